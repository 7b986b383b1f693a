import type { SegmentOf } from '../../model/index.ts';
import type { Run } from '../edit.ts';
import { elementsOf } from '../element.ts';
import { hitBlank } from './mandatory.ts';

const district = { 1: elementsOf('1')('federalJudicialDistrict'), 7: elementsOf('7')('federalJudicialDistrict') };

/** The part of 101 and 701 that takes a fact of the agency: a federal one states its judicial district, a tribal one may. */
export function demandJudicialDistrict(segment: SegmentOf<'1' | '7'>, run: Run): void {
  if (segment.federalJudicialDistrict !== undefined) return;
  if (run.context.agencies?.(segment.ori ?? '')?.kind !== 'federal') return;
  hitBlank(run, segment, district[segment.level], {
    message: '{element} is blank; a federal agency states it.',
    hint: 'Enter the three digits of the judicial district, 001 to 098, behind position 88 of level 1 or 66 of level 7.',
  });
}
