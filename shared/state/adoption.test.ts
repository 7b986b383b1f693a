import { expect, it } from 'vitest';
import { generateReports } from '../../test/generate/reports.ts';
import { type Adoption, addAdoption, adoptionIn, findProfile, type StateProfile } from './index.ts';

function reportsOf(state: string) {
  const counts = { incidents: 60, arrests: 10, zeroReports: 0, seed: 4, stateSegments: true };
  return generateReports({ state, agencies: [`${state}0010000`], period: '2026-09', ...counts });
}

it('counts those whom an element describes, and those of whom it is told', () => {
  const oregon = findProfile('OR') as StateProfile;
  const reports = reportsOf('OR');
  let sum: Record<string, Adoption> = {};
  for (const { report, state } of reports) sum = addAdoption(sum, adoptionIn(oregon, report, state));
  const arrestees = reports.flatMap(({ report }) =>
    report.segments.filter(({ level }) => level === '6' || level === '7'),
  );
  const given = reports.flatMap(({ state }) => state?.values.filter(({ element }) => element === 'OR-1') ?? []);
  expect(given.length).toBeLessThan(arrestees.length);
  expect(sum['OR-1']).toEqual({ subjects: arrestees.length, given: given.length });
});

it('leaves out what may not be told of a subject: property other than that of a farm', () => {
  const iowa = findProfile('IA') as StateProfile;
  const counts = reportsOf('IA').map(({ report, state }) => adoptionIn(iowa, report, state));
  const farm = counts.reduce((sum, { 'IA-1': one }) => sum + (one?.subjects ?? 0), 0);
  const properties = reportsOf('IA').flatMap(({ report }) =>
    report.segments.flatMap((segment) => (segment.level === '3' ? segment.properties : [])),
  );
  expect(farm).toBeGreaterThan(0);
  expect(farm).toBeLessThan(properties.length / 2);
  for (const { 'IA-1': one } of counts) expect(one?.given ?? 0).toBeLessThanOrEqual(one?.subjects ?? 0);
});

it('has nothing for elements that a report has nobody for', () => {
  const oregon = findProfile('OR') as StateProfile;
  const none = reportsOf('OR').find(({ report }) =>
    report.segments.every(({ level }) => level !== '6' && level !== '7'),
  );
  expect(adoptionIn(oregon, none!.report, none!.state)).toEqual({});
});
