import { describe, expect, test } from 'vitest';
import { shownRecord } from './shown-record.ts';

const offender = '00465I092026    MO0010100260900001   01XXMWN';

describe('shownRecord', () => {
  test('shows the records of the FBI whole', () => {
    expect(shownRecord(offender)).toBe(offender);
  });

  test('masks all after the head where the level is not the FBI’s, since it may hold state-only values', () => {
    const head = '0044BI092026    MO0010100260900001   ';
    expect(shownRecord(`${head}01USF`)).toBe(`${head}·····`);
  });

  test('masks what stands beyond the end of one of the FBI’s, whatever length it states', () => {
    const whole = offender.padEnd(46);
    expect(shownRecord(`${whole}USF`)).toBe(`${whole}···`);
    expect(shownRecord(`0049${whole.slice(4)}USF`)).toBe(`0049${whole.slice(4)}···`);
  });

  test('lets no control character through to a terminal', () => {
    expect(shownRecord('00465I\u001b[31m\u0007é')).toBe('00465I?[31m?é');
  });

  test('masks the whole of a line that begins like no segment: it may be the rest of one', () => {
    expect(shownRecord('38.57670-92.17352')).toBe('·'.repeat(17));
  });
});
