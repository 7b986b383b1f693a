import { codeList } from './code-list.ts';

/** Element 31: 01–10 murder and aggravated assault, 20–21 justifiable homicide, 30–34 negligent manslaughter. */
export const circumstances = codeList({
  '01': 'Argument',
  '02': 'Assault on Law Enforcement Officer',
  '03': 'Drug Dealing',
  '04': 'Gangland',
  '05': 'Juvenile Gang',
  '06': 'Domestic Violence',
  '07': 'Mercy Killing',
  '08': 'Other Felony Involved',
  '09': 'Other Circumstances',
  '10': 'Unknown Circumstances',
  '20': 'Criminal Killed by Private Citizen',
  '21': 'Criminal Killed by Police Officer',
  '30': 'Child Playing With Weapon',
  '31': 'Gun-Cleaning Accident',
  '32': 'Hunting Accident',
  '33': 'Other Negligent Weapon Handling',
  '34': 'Other Negligent Killing',
});

/** Element 32 */
export const justifiableHomicideCircumstances = codeList({
  A: 'criminal attacked officer, that officer killed criminal',
  B: 'criminal attacked officer, another officer killed criminal',
  C: 'criminal attacked a civilian',
  D: 'criminal attempted flight from a crime',
  E: 'criminal killed in commission of a crime',
  F: 'criminal resisted arrest',
  G: 'unable to determine/not enough information',
});
