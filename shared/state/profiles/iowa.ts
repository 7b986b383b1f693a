import type { StateProfile } from '../declaration.ts';
import { declareProfile } from '../declare-profile.ts';

const stateProgram = 'Iowa uniform crime reporting program, Department of Public Safety';
/** Farm equipment, livestock, chemicals, crops. */
const farmProperty = ['12', '18', '45', '47'];

/**
 * Iowa. The state asks more about farm property than the FBI does. Its codes and its format are not public; those below
 * are this project's, and the title says so.
 */
export const iowa: StateProfile = declareProfile({
  state: 'IA',
  title: 'Iowa state elements: farm property (illustrative: codes and layout are not those of the state)',
  version: '2026.1',
  history: [
    {
      version: '2026.1',
      date: '2026-11-22',
      changes: ['First version: kind of farm property, where it was kept, number of animals (IA-1 to IA-3).'],
    },
  ],
  effective: '2026-01',
  elements: [
    {
      id: 'IA-1',
      title: 'Kind of farm property',
      definition: 'What of a farm was stolen, damaged, seized or recovered.',
      describes: 'property',
      format: {
        kind: 'codes',
        codes: {
          L: 'livestock or poultry',
          G: 'grain or another crop',
          M: 'machinery or its parts',
          H: 'seed, fertilizer or another farm chemical',
          O: 'other farm property',
          U: 'unknown',
        },
      },
      obligation: {
        kind: 'conditional',
        when: { element: '15', is: farmProperty },
        duty: 'mandatory',
        otherwise: 'prohibited',
        missing: 'warning',
      },
      legalAuthority: stateProgram,
      sensitivity: 'public',
      publicRelease: { kind: 'counts', smallestCell: 5 },
      carriers: { segment: { level: 'A' } },
    },
    {
      id: 'IA-2',
      title: 'Where the farm property was kept',
      definition: 'The part of the farm where the property was when the offense happened.',
      describes: 'property',
      format: {
        kind: 'codes',
        codes: {
          F: 'field or pasture',
          Y: 'yard',
          B: 'barn, bin or another building',
          T: 'in transit',
          U: 'unknown',
        },
      },
      obligation: { kind: 'conditional', when: { element: 'IA-1' }, duty: 'optional', otherwise: 'prohibited' },
      legalAuthority: stateProgram,
      sensitivity: 'public',
      publicRelease: { kind: 'counts', smallestCell: 5 },
      carriers: { segment: { level: 'A' } },
    },
    {
      id: 'IA-3',
      title: 'Number of animals',
      definition: 'How many head of livestock or poultry.',
      describes: 'property',
      format: { kind: 'whole', digits: 5, minimum: 1 },
      obligation: {
        kind: 'conditional',
        when: { element: 'IA-1', is: ['L'] },
        duty: 'mandatory',
        otherwise: 'prohibited',
      },
      legalAuthority: stateProgram,
      sensitivity: 'public',
      publicRelease: { kind: 'counts', smallestCell: 5 },
      carriers: { segment: { level: 'A' } },
    },
  ],
  segments: [{ level: 'A', title: 'Iowa farm property', describes: 'property' }],
});
