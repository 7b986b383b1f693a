import { describe, expect, it } from 'vitest';
import type { HistoryItem } from '../../../shared/history/messages.ts';
import { itemWords, standingOf } from './item-words.ts';

const item = (happened: HistoryItem['happened'], given: Partial<HistoryItem> = {}): HistoryItem => ({
  at: '2026-11-01T00:00:00Z',
  happened,
  kind: 'incident',
  part: '',
  by: 'carla',
  ...given,
});

describe('how a report stands', () => {
  it.each<[string, HistoryItem[]]>([
    ['Not on file', []],
    ['On file', [item('reported')]],
    ['On file', [item('reported'), item('sent'), item('corrected')]],
    ['At the FBI', [item('reported'), item('corrected'), item('sent'), item('acknowledged')]],
    ['At the FBI', [item('reported'), item('sent'), item('superseded')]],
    ['Deleted', [item('reported'), item('sent'), item('deleted')]],
    ['On file', [item('reported'), item('deleted'), item('reported')]],
    ['Expunged', [item('reported'), item('expunged'), item('expungement completed')]],
  ])('is %s', (tag, history) => {
    expect(standingOf(history).tag).toBe(tag);
  });

  it('is on file while one of several arrestees is', () => {
    const arrest = (part: string, happened: HistoryItem['happened']) => item(happened, { kind: 'arrest', part });
    const both = [arrest('01', 'reported'), arrest('02', 'reported')];
    expect(standingOf([...both, arrest('01', 'deleted')]).tag).toBe('On file');
    expect(standingOf([...both, arrest('01', 'deleted'), arrest('02', 'deleted')]).tag).toBe('Deleted');
  });
});

it('says what the FBI found', () => {
  const finding = { code: '404', severity: 'error' as const, action: 'I', level: '4', element: '33' };
  const { tone, sentence } = itemWords(item('answered', { findings: [finding, { ...finding, severity: 'warning' }] }));
  expect([tone, sentence]).toEqual(['bad', 'The FBI has found 1 error and 1 warning in the incident.']);
  expect(itemWords(item('acknowledged', { answer: { dataSet: 'errors', found: 0 } })).sentence).toMatch(/no errors/);
});
