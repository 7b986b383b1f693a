import { codeList } from './code-list.ts';

/** Element 20 */
export const drugTypes = codeList({
  A: 'Crack Cocaine',
  B: 'Cocaine',
  C: 'Hashish',
  D: 'Heroin',
  E: 'Marijuana',
  F: 'Morphine',
  G: 'Opium',
  H: 'Other Narcotics',
  I: 'LSD',
  J: 'PCP',
  K: 'Other Hallucinogens',
  L: 'Amphetamines/Methamphetamines',
  M: 'Other Stimulants',
  N: 'Barbiturates',
  O: 'Other Depressants',
  P: 'Other Drugs',
  U: 'Unknown Type Drug',
  X: 'Over 3 Drug Types',
});

/** Element 22 */
export const drugMeasurements = codeList({
  GM: 'gram',
  KG: 'kilogram',
  LB: 'pound',
  OZ: 'ounce',
  FO: 'fluid ounce',
  GL: 'gallon',
  LT: 'liter',
  ML: 'milliliter',
  DU: 'dosage units/items',
  NP: 'number of plants',
  XX: 'not reported',
});
