import { type InactiveEdit, inactive } from './edit.ts';

/**
 * Of time-window reports (action types W and M): arrests, clearances and recovered property that an agency added later to
 * an incident from before its first NIBRS report. Nobody sends these any more.
 */
const timeWindow: Readonly<Record<string, string>> = {
  '053': 'the record to be changed or deleted was not on file.',
  '057': 'the action type did not go with the level of the segment.',
  '064': 'the arrestee was on file already.',
  '087': 'segments with this incident number were on file already.',
  '089': 'property of an incident from before the first NIBRS report was on file already under this number.',
  '120': 'the incident was cleared exceptionally before the base date.',
  '121': 'the offense was 09C (justifiable homicide), which could not be added later.',
  '154': 'element 4 was N although the segment was to report an exceptional clearance.',
  '157': 'an element was blank that such a segment had to have.',
  '158': 'the segment had no offense code.',
  '159': 'positions 58–87, for the offenses cleared, were filled on an ordinary incident.',
  '160': 'the incident was not on file.',
  '161': 'the date of an incident on file was to be changed.',
  '162': 'the report date indicator of an incident on file was to be changed.',
  '163': 'the hour of an incident on file was to be changed.',
  '164': 'element 4 was not N although arrestees had been reported.',
  '165': 'element 4 was blank or N on a segment that does not belong to an ordinary incident.',
  '166': 'element 5 was filled although element 4 did not call for a date.',
  '167': 'a date was blank on a segment that does not belong to an ordinary incident.',
  '168': 'an ordinary incident had offenses in positions 58–87.',
  '169': 'a segment was to be changed and had no offense code.',
  '171': 'the incident happened on a day outside the range that follows from the base date.',
  '174': 'the incident was cleared exceptionally before the agency began with NIBRS.',
  '176': 'the incident happened after the agency began with NIBRS, when it should have been an ordinary incident.',
  '177': 'positions 58–87 held a Group B offense.',
  '320': 'the property was recovered before the base date.',
  '321': 'the offense was 09C (justifiable homicide), which could not be added later.',
  '369': 'positions 278–307, for the offenses, were filled on an ordinary incident.',
  '370': 'positions 278–307, for the offenses, were blank.',
  '371': 'the offense was not one that property belongs to: gambling, kidnapping and crimes against property.',
  '377': 'the property segment was on file already.',
  '378': 'property was to be added that was not recovered property.',
  '379': 'property was to be changed that was not recovered property.',
  '380': 'property was to be changed that an ordinary incident had reported.',
  '381': 'property was to be deleted that an ordinary incident had reported.',
  '393': 'the incident was not on file and was taken as one from before the first NIBRS report; 937 says so today.',
  '620': 'the arrest was made before the base date.',
  '621': 'the offense was 09C (justifiable homicide), which could not be added later.',
  '657': 'the clearance indicator was neither Y nor N.',
  '658': 'the clearance indicator and the offenses cleared were filled where they had to be blank.',
  '659': 'none of the offenses cleared was a Group A offense.',
  '660': 'the incident of the arrest was not on file.',
  '662': 'an arrest was to be deleted whose incident was on file.',
  '663': 'an arrest was to be changed whose incident was on file.',
  '668': 'the arrestee had been reported before as one who cleared the incident.',
  '671': 'positions 81–110, for the offenses cleared, held a Group B offense.',
  '762': 'the Group B arrest to be changed was not on file.',
};

/** What the edition 2025.0 switched off or removed. */
const switchedOff: Readonly<Record<string, string>> = {
  '058': 'every segment of a file had to have the same month and year of submission.',
  '060': 'the month of submission could not lie in the future.',
  '106': 'an officer killed or assaulted (09A, 13A–13C) needed the hour of the incident; 490 says so today.',
  '118': 'the incident could not happen after the agency had become inactive.',
  '198': 'a delete had no incident date, and the incident on file was older than two years.',
  '199': 'a delete had no incident date, and several incidents with its number were on file; 1197 warns today.',
  '484':
    'a victim segment had to have one of its two lengths, the longer one where the agency reports on its officers.',
  '485': 'the victim of a failure to register (360) could not have an unknown offender; 559 says so today.',
  '618': 'the arrest could not be made after the agency had become inactive.',
  '718': 'the arrest could not be made after the agency had become inactive.',
};

/** Numbers that are never found, so that whoever meets one in an older paper can look up what it was. */
export const inactiveEdits: readonly InactiveEdit[] = [
  ...formerly(timeWindow, 'Of time-window reports, which are no longer sent', 'Appendix F'),
  ...formerly(switchedOff, 'Switched off by the edition 2025.0', 'Change Details'),
  inactive('340', 'The number of error 391 when it was a warning.', '3.3.4.3 Table 3-29; 5.2.4 Table 5-5'),
];

function formerly(meanings: Readonly<Record<string, string>>, why: string, source: string): InactiveEdit[] {
  return Object.entries(meanings).map(([code, meaning]) => inactive(code, `${why}: ${meaning}`, source));
}
