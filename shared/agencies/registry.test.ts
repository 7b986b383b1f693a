import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../ledger/decider.ts';
import { createMemoryLedger } from '../ledger/memory.ts';
import type { NewEvent } from '../ledger/port.ts';
import { RawKeyring } from '../ledger/protection/keyring.ts';
import { agencyFold, setFacts } from './decide.ts';
import { type AgencyEntry, agencyColumns, editFacts, factNames, factText, readEntry, withEntry } from './facts.ts';
import { readAgencyList } from './read-agencies.ts';
import { findAgency, listAgencies, register } from './registry.ts';
import { writeAgencies } from './write-agencies.ts';

const stamp = { at: '2026-01-05T08:30:00.000Z', by: 'test', cause: {} };
const open = () => createMemoryLedger({ keyring: new RawKeyring({}) });
const list = (...lines: string[]) => readAgencyList(lines.join('\n'), 'agencies.csv');

const months = ['2020-01', '2024-12', ''];
const values: Record<string, readonly string[]> = {
  name: ['Adair', 'A "quoted", long\nname', ''],
  kind: ['local', 'tribal', ''],
  county: ['Adair', ''],
  population_group: ['2', '8D', ''],
  contact_office: ['Records', ''],
  contact_email: ['records@agency.example', ''],
  record_system: ['R4', ''],
  vendor: ['V', ''],
  certified: ['yes', 'no', 'testing', ''],
  certified_since: months,
  elements: ['MO-1', 'MO-3 MO-4', ''],
  uploaders: ['recordsystem', 'one2 two3', ''],
  covered_by: ['MO0020000', ''],
  covered_since: months,
  judicial_district: ['044', ''],
  nibrs_since: months,
  dormant_since: months,
  ori_given_to: ['Another', ''],
  cargo_theft_since: months,
  bias_motivations_since: months,
  offender_ethnicity_since: months,
};

/** What somebody may say of an agency: some of the columns, each with a value or without one. */
const entries = fc
  .record(Object.fromEntries(Object.entries(values).map(([column, texts]) => [column, fc.constantFrom(...texts)])), {
    requiredKeys: [],
  })
  .map((cells) =>
    readEntry([['ori', 'MO0010000'], ...Object.entries(cells).map(([column, text = '']) => [column, text] as const)]),
  )
  .filter((read): read is AgencyEntry => !Array.isArray(read));

const applied = (said: readonly AgencyEntry[]) => {
  const events: NewEvent[] = [];
  for (const entry of said) events.push(...setFacts(fold(agencyFold, events), entry, stamp));
  return events;
};

describe('what is said of an agency', () => {
  it('has a value to try for every column', () => {
    expect(Object.keys(values)).toEqual(agencyColumns.filter((column) => column !== 'ori'));
  });

  it('is taken up once, and a change names just what is different', () => {
    fc.assert(
      fc.property(fc.array(entries, { minLength: 1 }), entries, (said, next) => {
        const events = applied(said);
        const before = fold(agencyFold, events).facts!;
        expect(setFacts(fold(agencyFold, events), said.at(-1)!, stamp)).toEqual([]);
        const [change, ...more] = setFacts(fold(agencyFold, events), next, stamp);
        const after = withEntry(before, next);
        const different = factNames.filter((fact) => factText(before, fact) !== factText(after, fact));
        expect(more).toEqual([]);
        expect(change?.type === 'AgencyChanged' ? change.data.changed : []).toEqual(different);
        expect(fold(agencyFold, applied([...said, next])).facts).toEqual(after);
      }),
    );
  });

  it('never leaves a covering or a certification half told', () => {
    fc.assert(
      fc.property(fc.array(entries, { minLength: 1 }), (said) => {
        const { facts } = fold(agencyFold, applied(said));
        expect(facts?.coveredBy === undefined).toBe(facts?.coveredSince === undefined);
        if (facts?.certifiedSince !== undefined) expect(facts.certified).toBe('yes');
      }),
    );
  });

  it('comes back from the list that is printed of it as it was', () => {
    fc.assert(
      fc.property(entries, (entry) => {
        const facts = withEntry(undefined, entry);
        const [again] = readAgencyList(writeAgencies([facts]).join('\r\n'), 'again.csv');
        expect(withEntry(undefined, again!)).toEqual(facts);
      }),
    );
  });
});

describe('the registry', () => {
  const first = list('ori,name,county', 'MO0020000,Boone,Boone', 'MO0010000,Adair,Adair');

  it('has every agency of a list, in the order of their ORIs', async () => {
    const ledger = open();
    await register(ledger, first, stamp);
    expect(await listAgencies(ledger)).toEqual([
      { ori: 'MO0010000', kind: 'local', name: 'Adair', county: 'Adair' },
      { ori: 'MO0020000', kind: 'local', name: 'Boone', county: 'Boone' },
    ]);
    expect(await findAgency(ledger, 'MO0030000')).toBeUndefined();
  });

  it('takes up what is new in the next list, and leaves what that does not speak of', async () => {
    const ledger = open();
    await register(ledger, first, stamp);
    expect((await register(ledger, first, stamp)).map(({ event }) => event)).toEqual([undefined, undefined]);
    const next = list('ori,name,vendor', 'MO0010000,,V', 'MO0030000,Clark,', 'MO0020000,Boone,');
    const events = (await register(ledger, next, stamp)).map(({ event }) => event?.type);
    expect(events).toEqual(['AgencyChanged', 'AgencyRegistered', undefined]);
    expect(await findAgency(ledger, 'MO0010000')).toEqual({
      ori: 'MO0010000',
      kind: 'local',
      county: 'Adair',
      vendor: 'V',
    });
  });

  it('takes a list of a whole state', async () => {
    const ledger = open();
    const rows = Array.from({ length: 700 }, (_, number) => `MO${String(number).padStart(5, '0')}00`);
    await register(ledger, list('ori', ...rows), stamp);
    expect((await listAgencies(ledger)).map(({ ori }) => ori)).toEqual(rows);
  });
});

it.each([
  ['yes', true],
  ['no', false],
  ['testing', undefined],
  ['', undefined],
])('of certification "%s" the edits are told %s', (text, certified) => {
  const [entry] = list('ori,certified', `MO0010000,${text}`);
  expect(editFacts(withEntry(undefined, entry!)).certified).toBe(certified);
});

it.each([
  ['contact_email', 'records', 'contact_email: "records" is not an e-mail address'],
  ['judicial_district', '007', 'judicial_district: "007" is not a judicial district'],
  ['population_group', 'large', 'population_group: "large" is not a population group'],
  ['elements', 'MO-1,MO-2', 'elements: "MO-1,MO-2" are not ids of elements'],
  ['name', '=1+1', 'name: "=1+1" begins like a formula'],
  ['certified_since', '2024-01', 'certified_since: it has a month, and certified is not yes'],
])('a list with a wrong %s is refused with line and column', (column, value, message) => {
  expect(() => list(`ori,${column}`, `MO0010000,"${value}"`)).toThrow(`agencies.csv, line 2, ${message}`);
});
