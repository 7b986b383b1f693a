import pc from 'picocolors';
import { describe, expect, it } from 'vitest';
import type { HistoryItem } from '../../shared/history/messages.ts';
import { historyJson, historyLines } from './history.ts';

const at = '2026-11-05T10:00:00.000Z';
const incident = { at, kind: 'incident', part: '', period: '2026-09', version: 3 } as const;
const upload = { by: 'process-reports', file: 'late.txt', record: 7, uploader: 'MO0010100' };
const transmission = '2026-09#2026-002';

function printed(item: HistoryItem, width = 80): string[] {
  return historyLines([item], { width, colors: pc.createColors(false) });
}

describe('a history prints', () => {
  it('what changed, entry by entry, and keeps to the width of the terminal', () => {
    const changes: HistoryItem['changes'] = [
      {
        level: '3',
        which: '7',
        change: 'changed',
        elements: [
          { name: 'propertyValue', of: '20', before: '000000100', after: '000000250' },
          { name: 'numberOfStolenMotorVehicles', after: '01' },
        ],
      },
      { level: '4', which: '002', change: 'added', elements: [{ name: 'sexOfVictim', after: 'F' }] },
      { level: '5', which: '01', change: 'removed', elements: [{ name: 'ageOfOffender', before: '35' }] },
    ];
    const lines = printed({ ...incident, ...upload, happened: 'corrected', changes }, 60);
    expect(lines).toEqual([
      '2026-11-05 10:00Z  corrected: incident, month 2026-09,',
      '                   version 3',
      '    with late.txt, record 7, uploaded by MO0010100',
      '    property 7 (stolen/etc.)',
      '      16        Value of property, of 20 (Money): 000000100',
      '                → 000000250',
      '      18        Number of stolen motor vehicles: blank → 01',
      '    victim 002, added',
      '      27        Sex of victim: F (female)',
      '    offender 01, removed',
      '      37        Age of offender: 35',
    ]);
  });

  it('what the FBI found and that it has answered', () => {
    const finding = {
      code: '404',
      severity: 'error',
      action: 'I',
      level: '4',
      sequence: '001',
      element: '33',
    } as const;
    expect(printed({ ...incident, by: 'fbi', happened: 'answered', transmission, findings: [finding] })).toEqual([
      `2026-11-05 10:00Z  found by the FBI: incident in ${transmission}`,
      '    error 404, victim 001, 33 Type injury',
    ]);
    const answer = { dataSet: 'errors', processedOn: '20261106', found: 1 } as const;
    const acknowledged = { ...incident, by: 'fbi', happened: 'acknowledged', transmission, file: 'eds.txt' } as const;
    expect(printed({ ...acknowledged, answer })).toEqual([
      '2026-11-05 10:00Z  answered by the FBI: incident, 1 error',
      `    with eds.txt, to ${transmission}, processed 20261106`,
    ]);
    expect(printed({ ...acknowledged, answer: { ...answer, found: 0 } })[0]).toMatch(/incident, no error$/);
  });

  it('how many state elements there are, and where they are read', () => {
    const lines = (state: HistoryItem['state']) => printed({ ...incident, ...upload, happened: 'corrected', state });
    expect(lines({ before: 2, after: 0, change: 'withdrawn' })).toContain('    state elements: 2 withdrawn');
    expect(lines({ before: 2, after: 3, change: 'changed' })).toContain('    state elements: changed; 2 before, 3 now');
    expect(lines({ before: 2, after: 2, change: 'none' }).at(-2)).toMatch(/nibrs access read/);
  });

  it('a report that came too late, and a zero report that was held back', () => {
    expect(printed({ ...incident, ...upload, happened: 'superseded' })[0]).toMatch(/superseded: incident of 2026-09/);
    const zero = { at, by: 'seal', kind: 'zero', part: '', happened: 'sent', effect: 'withheld', version: 1 } as const;
    expect(printed({ ...zero, transmission, file: 'f.txt' }, 120)[0]).toMatch(
      /zero report, withheld, for other reports/,
    );
  });

  it('for programs the numbers and names of elements', () => {
    const elements = [{ name: 'ageOfVictim', before: '30', after: '31' }];
    const changes: HistoryItem['changes'] = [{ level: '4', which: '001', change: 'changed', elements }];
    expect(JSON.parse(historyJson({ ...incident, ...upload, happened: 'corrected', changes })).changes).toEqual([
      {
        segment: 'victim',
        level: '4',
        which: '001',
        change: 'changed',
        elements: [{ element: '26', label: 'Age of victim', of: null, before: '30', after: '31' }],
      },
    ]);
  });
});
