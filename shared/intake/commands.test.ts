import { expect, it } from 'vitest';
import { incidentSegments, property, reportOf } from '../../test/reports.ts';
import { InvalidMessageError } from '../errors.ts';
import { toFederalReport } from '../nibrs/flatfile/federal.ts';
import { commandOf } from './commands.ts';

it('refuses a report that is larger than the ledger takes', () => {
  const repeated = (times: number) => {
    const segments = [...incidentSegments(), ...Array.from({ length: times }, () => property())];
    const source = reportOf(segments.toSorted((a, b) => Number(a.level) - Number(b.level)));
    const federal = toFederalReport(source.report);
    if (!federal) throw new RangeError('It is no report');
    return commandOf(
      { source, federal },
      { submission: 's', period: '2026-10', at: '2026-11-05T00:00:00.000Z', by: 'test', fingerprint: () => 'f' },
    );
  };
  expect(repeated(1_100)).toMatchObject({ command: 'report', content: { segments: 1_106, date: '20261003' } });
  expect(() => repeated(1_200)).toThrow(InvalidMessageError);
});
