import { cargoTheft, clearedExceptionally, reportDateIndicator } from './administrative.ts';
import { arrestTypes, juvenileDispositions, multipleArresteeIndicators } from './arrests.ts';
import { biasMotivations } from './bias-motivations.ts';
import { circumstances, justifiableHomicideCircumstances } from './circumstances.ts';
import type { CodeList } from './code-list.ts';
import { drugMeasurements, drugTypes } from './drugs.ts';
import { judicialDistricts } from './judicial-districts.ts';
import { locations } from './locations.ts';
import { attemptedCompleted, criminalActivities, methodsOfEntry, offenderSuspectedOfUsing } from './offense-details.ts';
import { groupAOffenses, offenses } from './offenses.ts';
import { officerActivities, officerAssignments } from './officers.ts';
import { arresteeSexes, ethnicities, infantAges, races, residentStatuses, sexes } from './persons.ts';
import { propertyDescriptions, propertyLosses } from './property.ts';
import { relationships } from './relationships.ts';
import { injuries, victimTypes } from './victims.ts';
import { arresteeWeapons, automaticIndicator, weapons } from './weapons.ts';

export { clearances } from './administrative.ts';
export { biasMotivations } from './bias-motivations.ts';
export { circumstances } from './circumstances.ts';
export { type Code, type CodeList, edition2025, isCode, meaning } from './code-list.ts';
export { drugMeasurements, drugTypes } from './drugs.ts';
export { locations } from './locations.ts';
export { larcenies, type OffenseCategory, offenseCategoriesIn, offenseCategory } from './offense-categories.ts';
export { attemptedCompleted, criminalActivities } from './offense-details.ts';
export {
  asksForRelationship,
  groupAOffenses,
  groupBOffenses,
  hasPersonAsVictim,
  isAgainst,
  type Offense,
  offenses,
  offensesAgainstGovernment,
} from './offenses.ts';
export { infantAges } from './persons.ts';
export { motorVehicles, propertyDescriptions, propertyLosses, structures } from './property.ts';
export { relationships } from './relationships.ts';
export { injuries, victimTypes } from './victims.ts';
export { arresteeWeapons, firearms, weapons } from './weapons.ts';

/**
 * The code list of an element, by the FBI's element number as the layouts have it. An offense code (6) is looked up in
 * both groups, because a Group B code there is an error of its own (264). Element 26 lists only its letter codes.
 */
export const codeListOf: Readonly<Record<string, CodeList>> = {
  '1A': judicialDistricts,
  '2A': cargoTheft,
  '3-report': reportDateIndicator,
  '4': clearedExceptionally,
  '6': offenses,
  '7': attemptedCompleted,
  '8': offenderSuspectedOfUsing,
  '8A': biasMotivations,
  '9': locations,
  '11': methodsOfEntry,
  '12': criminalActivities,
  '13': weapons,
  '13-auto': automaticIndicator,
  '14': propertyLosses,
  '15': propertyDescriptions,
  '20': drugTypes,
  '22': drugMeasurements,
  '24': groupAOffenses,
  '25': victimTypes,
  '25A': officerActivities,
  '25B': officerAssignments,
  '26': infantAges,
  '27': sexes,
  '28': races,
  '29': ethnicities,
  '30': residentStatuses,
  '31': circumstances,
  '32': justifiableHomicideCircumstances,
  '33': injuries,
  '35': relationships,
  '38': sexes,
  '39': races,
  '39A': ethnicities,
  '43': arrestTypes,
  '44': multipleArresteeIndicators,
  '45': offenses,
  '46': arresteeWeapons,
  '46-auto': automaticIndicator,
  '48': arresteeSexes,
  '49': races,
  '50': ethnicities,
  '51': residentStatuses,
  '52': juvenileDispositions,
};
