import { describe, expect, test } from 'vitest';
import { columns } from '../../../test/legal-segments.ts';
import { elementOf, locate } from './locate.ts';

describe('locate', () => {
  test('a single element is where the layout has it, filled or not', () => {
    expect(locate(columns(88, { 1: '00881', 38: '20260912' }), '1', 'incidentDate')).toEqual([38, 45]);
    expect(locate(columns(88, { 1: '00881' }), '1', 'incidentDate')).toEqual([38, 45]);
  });

  test('occurrences are counted as the model counts them, over holes', () => {
    const text = columns(307, { 1: '03073', 58: '20', 96: '77', 98: '000000001' });
    expect(locate(text, '3', 'propertyDescription', 0)).toEqual([58, 59]);
    expect(locate(text, '3', 'propertyDescription', 1)).toEqual([96, 97]);
    expect(locate(text, '3', 'propertyValue', 0)).toEqual([60, 68]);
    expect(locate(columns(129, { 1: '01294', 44: '13A' }), '4', 'connectedOffenseCodes')).toEqual([44, 46]);
  });

  test('an occurrence that is not there is shown at the first place', () => {
    expect(locate(columns(63, { 1: '00632' }), '2', 'weapon')).toEqual([53, 54]);
    expect(locate(columns(63, { 1: '00632', 53: '11' }), '2', 'weapon', 2)).toEqual([53, 54]);
  });

  test('an element is nowhere when the stated length leaves it out, and in its place when only the line is short', () => {
    expect(locate(columns(141, { 1: '01294' }), '4', 'officerAssignmentType')).toBeUndefined();
    expect(locate(columns(80, { 1: '01414' }), '4', 'officerAssignmentType')).toEqual([132, 132]);
    expect(locate(columns(88, { 1: '00881' }), '1', 'federalJudicialDistrict')).toBeUndefined();
    expect(locate(columns(91, { 1: '00881' }), '1', 'federalJudicialDistrict')).toEqual([89, 91]);
  });
});

describe('elementOf', () => {
  test('gives an element with its number and label', () => {
    expect(elementOf('4', 'officerOriOtherJurisdiction')).toMatchObject({ element: '25C', start: 133, length: 9 });
  });

  test('refuses a name that the level does not have', () => {
    expect(() => elementOf('5', 'victimSequenceNumber')).toThrow('level 5 has no element victimSequenceNumber');
  });
});
