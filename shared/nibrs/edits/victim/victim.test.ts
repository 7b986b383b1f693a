import { describe, expect, test } from 'vitest';
import { crimes, crimesAgainst } from '../../../../test/edit-cases/incidents.ts';
import { type EditCase, editContext } from '../../../../test/edit-cases/index.ts';
import { related, unknownPerson } from '../../../../test/edit-cases/segments.ts';
import { validateReport } from '../index.ts';

/** What is found, as number, victim, and value. */
function found(report: EditCase['hit']): string[] {
  return validateReport(report, editContext).map(
    ({ code, sequence = '', value = '' }) => `${code} ${sequence} ${value}`,
  );
}

const wordsOf = (report: EditCase['hit']) => validateReport(report, editContext).map(({ message }) => message);

/** An offense by so many offenders, to whom its victims stand so. */
const done = (offense: string, offenders: number, ...victims: (string | undefined)[][]) =>
  crimes([offense], {
    victims: victims.map((codes) => ({ relationships: related(...codes) })),
    offenders: Array.from({ length: offenders }, () => ({})),
  });

describe('of offenses that one victim cannot have together', () => {
  test.each([
    ['120', '13B'],
    ['13B', '120'],
  ])('the part is found: %s and %s', (...codes) => {
    expect(found(crimes(codes))).toEqual(['478 001 13B']);
  });

  test.each([
    ['11A', '36B'],
    ['36B', '11A'],
  ])('the later one of a contradiction is found: %s and %s', (...codes) => {
    expect(found(crimes(codes))).toEqual([`478 001 ${codes[1]}`]);
  });

  test('each part is found once', () => {
    expect(found(crimes(['13C', '11A', '13A', '13B']))).toEqual(['478 001 13C', '478 001 13A', '478 001 13B']);
  });

  test('the words say which is part of which, or that both cannot be', () => {
    expect(wordsOf(crimes(['13B', '13A']))).toEqual([
      'The victim is connected to 13B (Simple Assault) beside 13A (Aggravated Assault), of which it is a part.',
    ]);
    expect(wordsOf(crimes(['11B', '36A']))[0]).toMatch(/both 11B \(Sodomy\) and 36A \(Incest\)/);
  });
});

describe('of an offense that is missing', () => {
  const connected = (offenses: string[], ...victims: string[][]) =>
    crimesAgainst(offenses, ...victims.map((connectedOffenseCodes) => ({ connectedOffenseCodes })));

  test('the first victim is told', () => {
    const missing = connected(['13B'], ['13B'], ['13B', '100'], ['13B', '100']);
    expect(found(missing)).toEqual(['466 002 100']);
  });

  test('the offenses of the incident are named', () => {
    const missing = connected(['13B', '36A'], ['13B'], ['36A', '100']);
    expect(validateReport(missing, editContext).map(({ hint }) => hint)).toEqual([
      expect.stringContaining('13B (Simple Assault), 36A (Incest)'),
    ]);
  });
});

describe('of relationships', () => {
  test('whoever is missing to a brawl is missing once', () => {
    const brawl = done('13B', 1, ['VO'], ['VO']);
    expect(found(brawl)).toEqual(['470 001 VO']);
    expect(wordsOf(brawl)).toEqual([expect.stringContaining('2 victims and 1 offender.')]);
  });

  test('each offender beyond the first whom a victim was is found', () => {
    const brawl = done('13B', 4, ['ST', 'VO', 'VO', 'VO'], ['ST', 'ST', 'ST', 'ST']);
    expect(found(brawl)).toEqual(['471 001 VO', '471 001 VO']);
    expect(wordsOf(brawl)).toEqual([
      expect.stringContaining('offender 02 and for offender 03'),
      expect.stringContaining('offender 02 and for offender 04'),
    ]);
  });

  test('each victim beyond the first who was an offender is found', () => {
    const brawl = done('13B', 2, ['ST', 'VO'], ['AQ', 'AQ'], ['ST', 'VO'], ['ST', 'VO']);
    expect(found(brawl)).toEqual(['474 003 VO', '474 004 VO']);
    expect(wordsOf(brawl)[0]).toContain('for offender 02, but victim 001');
  });

  test('only those to an offender of whom nothing is known are found', () => {
    const seen = crimes(['13B'], {
      victims: [{ relationships: related('FR', 'RU', 'AQ') }],
      offenders: [{}, unknownPerson, unknownPerson],
    });
    expect(found(seen).filter((finding) => finding.startsWith('472'))).toEqual(['472 001 AQ']);
  });

  test('the one that is blank is found', () => {
    const blank = done('13B', 3, ['ST', undefined, 'ST']);
    expect(wordsOf(blank)).toEqual(['Relationship of victim to offender is blank for offender 02.']);
  });

  test('the relative is found, or the first who is none', () => {
    expect(found(done('36B', 3, ['ST', 'SB', 'IL']))).toEqual(['1403 001 SB', '1403 001 IL']);
    expect(found(done('36A', 3, ['FR', 'AQ', 'ST']))).toEqual(['1401 001 FR']);
  });

  test('the ages of both are told', () => {
    const close = crimes(['13B'], {
      victims: [{ ageOfVictim: 'BB', relationships: related('AQ', 'CH') }],
      offenders: [{}, { ageOfOffender: '0812' }],
    });
    expect(wordsOf(close)).toEqual([
      'Relationship of victim to offender is CH (child), but the victim, aged BB (7 to 364 days old), and offender 02, aged 08 to 12 (on average 10), are less than 11 years apart.',
    ]);
  });
});

test('society is asked once whether it was hated', () => {
  const hated = ['40C', '40A'].map((offenseCode) => ({ offenseCode, biasMotivation: ['21'] }));
  const report = crimesAgainst(hated, { connectedOffenseCodes: ['40A', '40C'] });
  expect(found(report).filter((finding) => finding.startsWith('1427'))).toEqual(['1427 001 S']);
});
