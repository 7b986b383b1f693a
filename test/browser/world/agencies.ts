import { lastMonth, monthAfter } from '../../../portal/parts/words.ts';

/** The last month that is over; the world's time is that of whoever looks at it. */
export const last = lastMonth(new Date());

/** The month so many months before the last. */
export function ago(months: number): string {
  return monthAfter(last, -months);
}

/** The agencies of the world: a city's police, a town's, a county's sheriff. */
export const agencies = [
  {
    ori: 'MO1990100',
    name: 'Ozark Springs Police Department',
    kind: 'local',
    county: 'Ozark',
    populationGroup: '5',
    contactOffice: 'Records Division',
    contactEmail: 'records@ozark-springs.example',
    recordSystem: 'BlueLine RMS',
    vendor: 'BlueLine',
    certified: 'yes',
    certifiedSince: '2023-04',
    nibrsSince: '2021-01',
    uploaders: ['blueline-rms'],
  },
  {
    ori: 'MO1990200',
    name: 'Elm Creek Police Department',
    kind: 'local',
    county: 'Ozark',
    contactOffice: 'Front Office',
    contactEmail: 'office@elm-creek.example',
    recordSystem: 'Paper',
    certified: 'testing',
    nibrsSince: '2025-01',
  },
  {
    ori: 'MO1990000',
    name: 'Ozark County Sheriff’s Office',
    kind: 'local',
    county: 'Ozark',
    contactOffice: 'Records',
    contactEmail: 'sheriff@ozark-county.example',
    recordSystem: 'CountyCAD',
    certified: 'no',
    nibrsSince: '2022-06',
  },
] as const;
