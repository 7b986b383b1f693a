import { describe, expect, test } from 'vitest';
import { type EditCase, editContext } from '../../../../test/edit-cases/index.ts';
import { crime, related, victimOf } from '../../../../test/edit-cases/victim/crimes.ts';
import { validateReport } from '../index.ts';

/** What is found, as number, victim, and value. */
function found(report: EditCase['hit']): string[] {
  return validateReport(report, editContext).map(
    ({ code, sequence = '', value = '' }) => `${code} ${sequence} ${value}`,
  );
}

const wordsOf = (report: EditCase['hit']) => validateReport(report, editContext).map(({ message }) => message);

const victims = (offense: string, ...relationships: string[][]) =>
  relationships.map((codes, index) =>
    victimOf([offense], { victimSequenceNumber: `00${index + 1}`, relationships: related(...codes) }),
  );

const offenders = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ offenderSequenceNumber: `0${index + 1}` }));

describe('of offenses that one victim cannot have together', () => {
  test.each([
    ['120', '13B'],
    ['13B', '120'],
  ])('the part is found: %s and %s', (...codes) => {
    expect(found(crime(codes))).toEqual(['478 001 13B']);
  });

  test.each([
    ['11A', '36B'],
    ['36B', '11A'],
  ])('the later one of a contradiction is found: %s and %s', (...codes) => {
    expect(found(crime(codes))).toEqual([`478 001 ${codes[1]}`]);
  });

  test('each part is found once', () => {
    expect(found(crime(['13C', '11A', '13A', '13B']))).toEqual(['478 001 13C', '478 001 13A', '478 001 13B']);
  });

  test('the words say which is part of which, or that both cannot be', () => {
    expect(wordsOf(crime(['13B', '13A']))).toEqual([
      'The victim is connected to 13B (Simple Assault) beside 13A (Aggravated Assault), of which it is a part.',
    ]);
    expect(wordsOf(crime(['11B', '36A']))[0]).toMatch(/both 11B \(Sodomy\) and 36A \(Incest\)/);
  });
});

describe('of an offense that is missing', () => {
  const connected = (...codes: string[][]) =>
    codes.map((victim, index) => victimOf(victim, { victimSequenceNumber: `00${index + 1}` }));

  test('the first victim is told', () => {
    const missing = crime(['13B'], { victims: connected(['13B'], ['13B', '100'], ['13B', '100']) });
    expect(found(missing)).toEqual(['466 002 100']);
  });

  test('the offenses of the incident are named', () => {
    const missing = crime(['13B', '36A'], { victims: connected(['13B'], ['36A', '100']) });
    expect(validateReport(missing, editContext).map(({ hint }) => hint)).toEqual([
      expect.stringContaining('13B (Simple Assault), 36A (Incest)'),
    ]);
  });
});

describe('of relationships', () => {
  test('whoever is missing to a brawl is missing once', () => {
    const brawl = crime(['13B'], { victims: victims('13B', ['VO'], ['VO']) });
    expect(found(brawl)).toEqual(['470 001 VO']);
    expect(wordsOf(brawl)).toEqual([expect.stringContaining('2 victims and 1 offender.')]);
  });

  test('each offender beyond the first whom a victim was is found', () => {
    const brawl = crime(['13B'], {
      victims: victims('13B', ['ST', 'VO', 'VO', 'VO'], ['ST', 'ST', 'ST', 'ST']),
      offenders: offenders(4),
    });
    expect(found(brawl)).toEqual(['471 001 VO', '471 001 VO']);
    expect(wordsOf(brawl)).toEqual([
      expect.stringContaining('offender 02 and for offender 03'),
      expect.stringContaining('offender 02 and for offender 04'),
    ]);
  });

  test('each victim beyond the first who was an offender is found', () => {
    const brawl = crime(['13B'], {
      victims: victims('13B', ['ST', 'VO'], ['AQ', 'AQ'], ['ST', 'VO'], ['ST', 'VO']),
      offenders: offenders(2),
    });
    expect(found(brawl)).toEqual(['474 003 VO', '474 004 VO']);
    expect(wordsOf(brawl)[0]).toContain('for offender 02, but victim 001');
  });

  test('only those to an offender of whom nothing is known are found', () => {
    const seen = crime(['13B'], {
      victims: victims('13B', ['FR', 'RU', 'AQ']),
      offenders: [{}, ...offenders(3).slice(1)].map((offender, index) =>
        index === 0 ? offender : { ...offender, ageOfOffender: '00', sexOfOffender: 'U', raceOfOffender: 'U' },
      ),
    });
    expect(found(seen).filter((finding) => finding.startsWith('472'))).toEqual(['472 001 AQ']);
  });

  test('the one that is blank is found', () => {
    const blank = crime(['13B'], {
      victims: [victimOf(['13B'], { relationships: related('ST', undefined, 'ST') })],
      offenders: offenders(3),
    });
    expect(wordsOf(blank)).toEqual(['Relationship of victim to offender is blank for offender 02.']);
  });

  test('the relative is found, or the first who is none', () => {
    const three = (offense: string, ...codes: string[]) =>
      crime([offense], {
        victims: [victimOf([offense], { ageOfVictim: '15', relationships: related(...codes) })],
        offenders: offenders(3),
      });
    expect(found(three('36B', 'ST', 'SB', 'IL'))).toEqual(['1403 001 SB', '1403 001 IL']);
    expect(found(three('36A', 'FR', 'AQ', 'ST'))).toEqual(['1401 001 FR']);
  });

  test('the ages of both are told', () => {
    const close = crime(['13B'], {
      victims: [victimOf(['13B'], { ageOfVictim: 'BB', relationships: related('AQ', 'CH') })],
      offenders: [{}, { offenderSequenceNumber: '02', ageOfOffender: '0812' }],
    });
    expect(wordsOf(close)).toEqual([
      'Relationship of victim to offender is CH (child), but the victim, aged BB (7 to 364 days old), and offender 02, aged 08 to 12 (on average 10), are less than 11 years apart.',
    ]);
  });
});

test('society is asked once whether it was hated', () => {
  const hated = (offenseCode: string) => ({
    offenseCode,
    weapons: [],
    criminalActivityGang: [],
    biasMotivation: ['21'],
  });
  const report = crime([], {
    offenses: ['40C', '40A'].map(hated),
    victims: [
      {
        connectedOffenseCodes: ['40A', '40C'],
        typeOfVictim: 'S',
        ageOfVictim: undefined,
        sexOfVictim: undefined,
        raceOfVictim: undefined,
        ethnicityOfVictim: undefined,
        residentStatusOfVictim: undefined,
        typeInjury: [],
        relationships: [],
      },
    ],
  });
  expect(found(report).filter((finding) => finding.startsWith('1427'))).toEqual(['1427 001 S']);
});
