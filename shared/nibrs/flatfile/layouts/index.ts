import type { Level } from '../../model/index.ts';
import type { SegmentLayout } from '../layout.ts';
import { administrative } from './administrative.ts';
import { arrestee } from './arrestee.ts';
import { groupBArrest } from './group-b-arrest.ts';
import { offender } from './offender.ts';
import { offense } from './offense.ts';
import { property } from './property.ts';
import { victim } from './victim.ts';
import { zeroReport } from './zero-report.ts';

/** The layout of every level. */
export const layouts: Readonly<Record<Level, SegmentLayout>> = {
  0: zeroReport,
  1: administrative,
  2: offense,
  3: property,
  4: victim,
  5: offender,
  6: arrestee,
  7: groupBArrest,
};
