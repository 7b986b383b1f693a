import { describe, expect, it } from 'vitest';
import { UsageError } from '../errors.ts';
import { readAgencies } from './read-agencies.ts';

const read = (...lines: string[]) => readAgencies(lines.join('\n'), 'agencies.csv');

describe('a list of agencies', () => {
  it('gives every fact of every agency', () => {
    const agencies = read(
      'ori,name,kind,nibrs_since,certified,covered_by,covered_since,dormant_since,ori_given_to,cargo_theft_since,bias_motivations_since,offender_ethnicity_since',
      'MO0010000,Adair,tribal,2020-01,yes,MO0020000,2024-02,2025-03,Another,2013-04,2014-05,2015-06',
    );
    expect(agencies.get('MO0010000')).toEqual({
      kind: 'tribal',
      name: 'Adair',
      nibrsSince: '2020-01',
      certified: true,
      covered: { by: 'MO0020000', since: '2024-02' },
      dormantSince: '2025-03',
      oriGivenTo: 'Another',
      cargoTheftSince: '2013-04',
      biasMotivationsSince: '2014-05',
      offenderEthnicitySince: '2015-06',
    });
  });

  it('knows nothing of what is not there, in columns of any order', () => {
    const agencies = read('certified,ori', 'no,MO0010000', ',MO0020000');
    expect(agencies.get('MO0010000')).toEqual({ kind: 'local', certified: false });
    expect(agencies.get('MO0020000')).toEqual({ kind: 'local' });
    expect(agencies.get('MO0030000')).toBeUndefined();
  });

  it('is read as spreadsheets write it', () => {
    const csv = '\uFEFFori,name\r\n\r\n MO0010000 ,"Adair, ""the"" county\r\nand city" \r\nMO0020000,\r\n';
    const agencies = readAgencies(csv, 'agencies.csv');
    expect([...agencies].map(([ori, { name }]) => [ori, name])).toEqual([
      ['MO0010000', 'Adair, "the" county\r\nand city'],
      ['MO0020000', undefined],
    ]);
  });
});

it('a cell that does not end soon is read like any', () => {
  const name = 'x'.repeat(20_000_000);
  expect(read('ori,name', `MO0010000,"${name}"`).get('MO0010000')?.name).toBe(name);
});

describe('a list that is wrong is refused with the place', () => {
  it.each([
    ['an unknown column', ['ori,nibrs'], 'agencies.csv, line 1: column "nibrs" is unknown'],
    ['a column that is there twice', ['ori,name,name'], 'column "name" is unknown or there twice'],
    ['no column of ORIs', ['name'], 'there is no column "ori"'],
    ['nothing at all', [], 'there is no column "ori"'],
    ['no ORI', ['ori,name', ',Adair'], 'line 2, ori: it is empty.'],
    ['what is no ORI', ['ori', 'MO001'], 'line 2, ori: "MO001" is not an ORI'],
    ['what is no month', ['ori,nibrs_since', 'MO0010000,2020'], 'line 2, nibrs_since: "2020" is not a month, YYYY-MM.'],
    ['a kind that is none', ['ori,kind', 'MO0010000,city'], '"city" is none of local, state, federal, tribal.'],
    ['a doubtful answer', ['ori,certified', 'MO0010000,perhaps'], '"perhaps" is neither yes nor no nor testing.'],
    [
      'half a covering',
      ['ori,covered_by,covered_since', 'MO0010000,MO0020000,'],
      'line 2, covered_by and covered_since',
    ],
    ['the other half', ['ori,covered_by,covered_since', 'MO0010000,,2024-01'], 'line 2, covered_by and covered_since'],
    ['too few cells', ['ori,name', 'MO0010000'], 'line 2, it has 1 cells, and the first row 2.'],
    ['an agency twice', ['ori', 'MO0010000', '', 'MO0010000'], 'line 4, ori: "MO0010000" stands in the list twice.'],
    ['an open quote', ['ori,name', 'MO0010000,"Adair'], 'line 2, character 11: quotes belong around a whole cell'],
    ['text behind a quote', ['ori,name', '"a\nb"c,'], 'line 2, character 1: quotes belong'],
  ])('%s', (_, lines, message) => {
    expect(() => read(...lines)).toThrow(UsageError);
    expect(() => read(...lines)).toThrow(message);
  });

  it('all of them at once', () => {
    const wrong = () => read('ori,nibrs_since', 'MO1,', 'MO0010000,1', '"MO2\n",2020-01', 'MO3,2020-01');
    expect(wrong).toThrow(/line 2, ori.*\n.*line 3, nibrs_since.*\n.*line 4, ori.*\n.*line 6, ori/);
  });
});
