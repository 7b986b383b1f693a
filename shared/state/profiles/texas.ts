import type { StateProfile } from '../declaration.ts';
import { declareProfile } from '../declare-profile.ts';
import { drugsAndViolence } from './texas-segment-8.ts';
import { sexualAssault } from './texas-segment-9.ts';

/**
 * Texas, as published: segment 8 (drugs and family violence) and segment 9 (sexual assault), positions and codes of the
 * state. The state numbers some of the elements (T2, T4 to T9, and the FBI's 20 to 22); the others are numbered here by
 * their segment and the position they begin at.
 *
 * What the declaration does not say: the older forms of 212 and 92 characters, which the state still accepts. They are
 * not shorter lines of these but layouts of their own, and partly of other elements: six flags in place of the offense
 * codes, weapons of one character, laboratories without their products. Nor does it say the state's edits on the FBI's
 * elements and its comparisons with them; or segment 9 of an incident that the FBI does not get (offenses 03 and 08
 * without an arrest), which is refused here as a segment without a report.
 */
export const texas: StateProfile = declareProfile({
  state: 'TX',
  title: 'Texas state elements: published segments 8 and 9',
  version: '2025.9',
  history: [
    {
      version: '2025.9',
      date: '2026-11-22',
      changes: [
        'First version: segment 8 of 318 positions and segment 9 of 127, as the state revised them in September 2025.',
        'The older forms of these segments, of 212 and 92 positions, are not taken.',
      ],
    },
  ],
  effective: '2025-09',
  elements: [...drugsAndViolence, ...sexualAssault],
  segments: [
    { level: '8', title: 'Texas drugs and family violence', describes: 'incident', length: 318 },
    { level: '9', title: 'Texas sexual assault', describes: 'pair', length: 127, subjectAt: 46 },
  ],
});
