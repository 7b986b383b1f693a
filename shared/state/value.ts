import type { Period } from '../nibrs/model/index.ts';
import type { StateElement, StateProfile } from './declaration.ts';
import { isOfFormat } from './format.ts';
import type { StateField } from './layout.ts';
import { isProhibited } from './obligations.ts';
import { misfitRule, type RuleName } from './rules.ts';
import type { StateValue } from './state-half.ts';

/** The rule that a value breaks by itself, whatever carries it and whatever else is reported in the period. */
export function brokenRule(
  profile: StateProfile,
  period: Period,
  element: StateElement,
  text: string,
): RuleName | undefined {
  if (isProhibited(profile, period, element)) return 'prohibited';
  return isOfFormat(element.format, text) ? undefined : misfitRule(element.format);
}

/** A value in one place of a field, from 1, as the state half has it. */
export function stateValueOf(
  field: StateField,
  sequence: string | undefined,
  occurrence: number,
  value: string,
): StateValue {
  return {
    element: field.element,
    ...(sequence === undefined ? {} : { sequence }),
    ...(field.count > 1 ? { occurrence } : {}),
    value,
  };
}
