import type { Draw } from './draw.ts';
import { federalOffenseFacts } from './federal-offense-facts.ts';

/** Which offenses a file is about: a town's usual ones, all that a town may report, or those of a federal agency. */
export type Offenses = 'usual' | 'every' | 'federal';

type Scenario = readonly [weight: number, ...offenses: string[]];

/** Offenses that make one incident without a conflict, and how often: weights follow a town's month, not statistics. */
const usual: readonly Scenario[] = [
  [16, '23H'],
  [14, '290'],
  [12, '13B'],
  [9, '35A'],
  [8, '220'],
  [8, '23C'],
  [7, '23F'],
  [6, '26A'],
  [6, '240'],
  [5, '13A'],
  [5, '13C'],
  [4, '23D'],
  [4, '26B'],
  [4, '26F'],
  [4, '35A', '35B'],
  [3, '120'],
  [3, '13B', '290'],
  [3, '250'],
  [3, '280'],
  [3, '520'],
  [2, '11A'],
  [2, '11D'],
  [2, '200'],
  [2, '220', '290'],
  [2, '23B'],
  [2, '23G'],
  [2, '26C'],
  [2, '26E'],
  [2, '270'],
  [2, '35B'],
  [2, '720'],
  [1, '09A'],
  [1, '09B'],
  [1, '100'],
  [1, '100', '11A'],
  [1, '120', '520'],
  [1, '13A', '520'],
  [1, '210'],
  [1, '23H', '26B'],
  [1, '250', '26A'],
  [1, '26G'],
  [1, '35A', '520'],
  [1, '370'],
  [1, '39A'],
  [1, '39C'],
  [1, '40A'],
  [1, '510'],
  [1, '64A'],
];

/** What a town sees once in years. */
const rare = ['09C', '11B', '11C', '23A', '23E', '26D', '36A', '36B', '39B', '39D', '40B', '40C', '64B'];

const alone = (code: string): Scenario => [4, code];

const scenarios: Readonly<Record<Offenses, readonly Scenario[]>> = {
  usual,
  every: [...usual, ...rare.map(alone)],
  federal: Object.keys(federalOffenseFacts).map(alone),
};

/** The offense codes of one incident. */
export function drawScenario(draw: Draw, offenses: Offenses): string[] {
  const choices = scenarios[offenses];
  let left = draw.integer(
    1,
    choices.reduce((sum, [weight]) => sum + weight, 0),
  );
  for (const [weight, ...codes] of choices) {
    left -= weight;
    if (left <= 0) return codes;
  }
  throw new RangeError('The weights do not add up');
}
