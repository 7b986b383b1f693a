import type { OffenseFacts } from './offense-facts.ts';

const borders = ['01', '13', '55'] as const;
const offices = ['02', '05', '58'] as const;
const trades = ['05', '12', '08'] as const;

const seized = (...descriptions: OffenseFacts['locations']) => ({ type: '6', descriptions }) as const;

/** Offense code → facts, for what only federal and tribal agencies report. All of it is against society. */
export const federalOffenseFacts: Readonly<Record<string, OffenseFacts>> = {
  101: { against: 'society', locations: offices, using: 'C' },
  103: { against: 'society', locations: offices, attemptable: true, using: 'C' },
  '26H': { against: 'society', locations: offices, using: 'C', loss: { type: '7', descriptions: ['20', '21'] } },
  '30A': { against: 'society', locations: borders, attemptable: true },
  '30B': { against: 'society', locations: borders, attemptable: true },
  '30C': { against: 'society', locations: borders, attemptable: true, activities: ['T', 'O'] },
  '30D': { against: 'society', locations: borders, attemptable: true },
  360: { against: 'society', locations: ['20', '05'], knownOffender: true },
  '49A': { against: 'society', locations: ['20', '14'], activities: ['O', 'E'] },
  '49B': { against: 'society', locations: ['20', '18'], attemptable: true },
  '49C': { against: 'society', locations: ['20', '18'], attemptable: true },
  521: {
    against: 'society',
    locations: ['20', '13'],
    activities: ['P', 'T'],
    weapons: ['12', '13'],
    loss: seized('13', '59'),
  },
  522: {
    against: 'society',
    locations: ['20', '37'],
    activities: ['P', 'C'],
    weapons: ['60', '50'],
    loss: seized('49'),
  },
  526: { against: 'society', locations: ['20', '39'], activities: ['P', 'C'], weapons: ['60'], loss: seized('49') },
  '58A': {
    against: 'society',
    locations: borders,
    attemptable: true,
    activities: ['T', 'B'],
    loss: seized('19', '08'),
  },
  '58B': {
    against: 'society',
    locations: borders,
    attemptable: true,
    activities: ['T', 'D'],
    loss: seized('07', '19'),
  },
  '61A': { against: 'society', locations: trades, activities: ['C', 'D'], loss: seized('02') },
  '61B': { against: 'society', locations: trades, activities: ['D', 'T'], loss: seized('08') },
  620: { against: 'society', locations: borders, activities: ['B', 'T'], loss: seized('18', '47') },
};
