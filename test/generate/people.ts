import { twoDigits } from './context.ts';
import type { Draw } from './draw.ts';

/** Age, sex, race, ethnicity and residence as any person segment reports them. */
export interface Person {
  /** Years, when they are known exactly. */
  years: number | undefined;
  /** Elements 26, 37, 47. */
  age: string;
  sex: string;
  race: string;
  ethnicity: string | undefined;
  resident: string | undefined;
}

/** A person of an age between these. `exactly` rules out ranges and unknown ages. */
export function drawPerson(draw: Draw, youngest: number, oldest: number, exactly = false): Person {
  const years = draw.integer(youngest, oldest);
  const age = exactly || draw.chance(0.85) ? twoDigits(years) : drawInexactAge(draw, years);
  return {
    years: age.length === 2 && age !== '00' ? years : undefined,
    age,
    sex: draw.pick(['F', 'M', 'M']),
    race: draw.pick(['W', 'W', 'W', 'B', 'B', 'A', 'I', 'P', 'U']),
    ethnicity: draw.chance(0.8) ? draw.pick(['H', 'N', 'N', 'U']) : undefined,
    resident: draw.chance(0.8) ? draw.pick(['R', 'R', 'N', 'U']) : undefined,
  };
}

/** Unknown, or a range that stays on one side of eighteen. */
function drawInexactAge(draw: Draw, years: number): string {
  const last = years + draw.integer(2, 8);
  if (draw.chance(0.4) || last > 97 || (years < 18 && last >= 18)) return '00';
  return twoDigits(years) + twoDigits(last);
}
