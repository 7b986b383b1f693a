import type { OffenseSegment } from '../../shared/nibrs/model/index.ts';
import type { Draw } from './draw.ts';

const firearms = new Set(['11', '12', '13', '14', '15']);

/** Element 33: what the gravest offense and its weapon allow (edits 479 and 486). */
export function drawInjury(draw: Draw, offenses: readonly OffenseSegment[]): string {
  const has = (...codes: string[]) => offenses.some(({ offenseCode = '' }) => codes.includes(offenseCode));
  const shot = offenses.some(
    ({ offenseCode, weapons }) => offenseCode !== '520' && weapons.some(({ weapon }) => firearms.has(weapon ?? '')),
  );
  if (has('09A', '09B', '09C')) return shot ? 'G' : draw.pick(['I', 'L', 'O']);
  if (has('13A')) return shot ? draw.pick(['G', 'M', 'N']) : draw.pick(['B', 'L', 'M']);
  return draw.pick(['M', 'N', 'N']);
}
