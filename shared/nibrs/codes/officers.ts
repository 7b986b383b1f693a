import { codeList } from './code-list.ts';

/** Element 25A: what an officer was doing when attacked. */
export const officerActivities = codeList({
  '01': 'responding to disturbance call',
  '02': 'burglary in progress or pursuit of suspects',
  '03': 'robbery in progress or pursuit of suspects',
  '04': 'attempting other arrests',
  '05': 'civil disorder',
  '06': 'handling, transporting, custody of prisoners',
  '07': 'investigating suspicious persons or circumstances',
  '08': 'ambush, no warning',
  '09': 'handling persons with mental illness',
  '10': 'traffic pursuits and stops',
  '11': 'all other',
});

/** Element 25B. "Assisted" means by law enforcement. */
export const officerAssignments = codeList({
  F: 'two-officer vehicle',
  G: 'one-officer vehicle, alone',
  H: 'one-officer vehicle, assisted',
  I: 'detective or special assignment, alone',
  J: 'detective or special assignment, assisted',
  K: 'other, alone',
  L: 'other, assisted',
});
