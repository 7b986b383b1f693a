import { subjectsOf } from '../../shared/state/described.ts';
import type { StateValue } from '../../shared/state/index.ts';
import type { Defect } from './defects.ts';
import type { GeneratedReport } from './reports.ts';

/** Mistakes in what a state asks for. */
export const stateDefects = {
  statusOfNobody: { states: ['MO', 'OR'], codes: ['MO02', 'OR02'], make: describeNobody },
  animalsNotCounted: {
    states: ['IA'],
    codes: ['IA05'],
    make: withFirst('IA-3', (values, index) => {
      values.splice(index, 1);
    }),
  },
  unknownFamilyViolence: {
    states: ['TX'],
    codes: ['TX01'],
    make: withFirst('TX-T2', (values, index) => {
      const value = values[index];
      if (value) values[index] = { ...value, value: 'U' };
    }),
  },
} as const satisfies Record<string, Defect>;

/** A state segment for an arrestee whom the report does not have, beside those it has. */
function describeNobody({ report, state }: GeneratedReport): boolean {
  const [arrestee] = subjectsOf(report, 'arrestee');
  if (!state || !arrestee) return false;
  const own = state.values.filter(({ sequence }) => sequence === arrestee.sequence);
  state.values.push(...own.map((value) => ({ ...value, sequence: '99' })));
  return own.length > 0;
}

/** A mistake in the first value of an element. */
function withFirst(element: string, change: (values: StateValue[], index: number) => void): Defect['make'] {
  return ({ state }) => {
    const index = state?.values.findIndex((value) => value.element === element) ?? -1;
    if (!state || index < 0) return false;
    change(state.values, index);
    return true;
  };
}
