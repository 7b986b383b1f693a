import { isCode, propertyDescriptions } from '../../codes/index.ts';
import type { Property } from '../../model/index.ts';
import {
  type CheckedEdit,
  type EditContext,
  type HitDetails,
  type UnreachableEdit,
  unreachable,
  warning,
} from '../edit.ts';
import { codeList } from '../rules/code-list.ts';
import { identifier } from '../rules/identifier.ts';
import { mandatory } from '../rules/mandatory.ts';
import { digits, type NumberForm, numeric } from '../rules/numeric.ts';
import { hitEntries } from './entries.ts';
import { demandDrugType } from './losses.ts';
import { demandValues, isNumber } from './values.ts';

/** Element 21: nine positions of whole units and three of thousandths; a part that is zero may be blank. */
export const drugQuantity: NumberForm = {
  pattern: /^(\d{9}(\d{3})?| {9}\d{3})$/,
  hint: 'Enter nine digits of whole units and three of thousandths: 1.5 is 000000001500.',
};

/** Level 3. */
export const propertyElementEdits: readonly (CheckedEdit | UnreachableEdit)[] = [
  {
    ...mandatory('3', {
      code: '301',
      keys: ['incidentNumber'],
      elements: ['typePropertyLoss'],
      sometimes: ['propertyValue', 'suspectedDrugType'],
      source: '3.3.1; 3.3.4.1; 3.3.4.3; 3.3.4.7; 5.2.4 Table 5-5',
      also: demandValues,
    }),
    across: demandDrugType,
  },
  numeric('3', {
    code: '302',
    elements: {
      propertyValue: digits(9),
      numberOfStolenMotorVehicles: digits(2),
      numberOfRecoveredMotorVehicles: digits(2),
      estimatedDrugQuantity: drugQuantity,
    },
    source: '3.3.4.3 Table 3-29; 3.3.4.5 Table 3-31; 3.3.4.6 Table 3-32; 3.3.4.8 Table 3-34; 5.2.4 Table 5-5',
  }),
  codeList('3', {
    code: '304',
    elements: ['cityIndicator', 'typePropertyLoss', 'propertyDescription', 'suspectedDrugType', 'typeDrugMeasurement'],
    source: '3.3.1.6; 3.3.4.1; 3.3.4.2; 3.3.4.7; 3.3.4.9; 5.2.4 Table 5-5',
  }),
  ...identifier('3', {
    embeddedBlank: '315',
    leadingBlank: '316',
    characters: '317',
    elements: ['incidentNumber'],
    source: '3.3.2.3 Table 3-9; 5.2.4 Table 5-5',
  }),
  warning('3', {
    // From 2023 on the list has no 99 and 304 refuses it; before, it is tolerated and told here.
    code: '1307',
    scope: 'element',
    elements: ['15'],
    message: '{element} is {value}.',
    hint: 'Enter the description that fits the property, or 77 (Other).',
    source: '5.2.10',
    check(segment, run) {
      hitEntries(run, segment, 'propertyDescription', specialCodeFault);
    },
  }),
  warning('3', {
    code: '1308',
    scope: 'element',
    elements: ['18', '6'],
    message: '{element} is {value}, which is a lot for one incident.',
    hint: 'Make sure that more than five vehicles were stolen; otherwise correct the number.',
    source: '5.2.10',
    check(segment, run) {
      const number = segment.numberOfStolenMotorVehicles;
      if (number !== undefined && /^\d{2}$/.test(number) && number > '05')
        run.hit(segment, 'numberOfStolenMotorVehicles');
    },
  }),
  warning('3', {
    code: '1342',
    scope: 'element',
    elements: ['16', '15'],
    message: '{element} is {value}: a million dollars or more.',
    hint: 'Make sure of the value and that it stands in whole dollars, without cents.',
    source: '5.2.10',
    check(segment, run) {
      hitEntries(run, segment, 'propertyValue', dearFault);
    },
  }),
  unreachable(
    '1350',
    'warning',
    'It says of a number in a property segment what error 302 says, so 302 alone is reported.',
    '5.2.10',
  ),
];

function specialCodeFault({ description }: Property, { period }: EditContext): HitDetails | undefined {
  return description === '99' && isCode(propertyDescriptions, description, period) ? {} : undefined;
}

function dearFault({ value = '' }: Property): HitDetails | undefined {
  return value >= '001000000' && isNumber(value) ? {} : undefined;
}
