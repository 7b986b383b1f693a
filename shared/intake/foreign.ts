import { type Source, wasForeign } from './own-findings.ts';
import type { Settled } from './settled.ts';
import { isOri } from './split.ts';

/** Whether an uploader who may file the reports of `oris`, of all agencies where it is absent, may file those of `ori`. */
export function mayFile(oris: readonly string[] | undefined, ori: string): boolean {
  return oris === undefined || oris.includes(ori);
}

/**
 * Parts the reports that the uploader may file from those of other agencies. What has no well-formed ORI is of no agency:
 * it goes with the first, and the edits reject it.
 */
export function partForeign<S extends Source>(
  sources: readonly S[],
  oris: readonly string[] | undefined,
): { own: S[]; foreign: S[] } {
  const { own = [], foreign = [] } = Object.groupBy(sources, ({ report: { ori } }) =>
    mayFile(oris, ori) || !isOri(ori) ? 'own' : 'foreign',
  );
  return { own, foreign };
}

/** A report of another agency at the end of its way: rejected without a look at what it says. */
export function settleForeign(source: Source): Settled {
  const findings = [wasForeign(source)];
  // The two kinds of sources have a type of their own each.
  return { examined: { source, findings } as Settled['examined'] };
}
