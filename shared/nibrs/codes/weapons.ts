import { codeList } from './code-list.ts';

/** Element 13. 99 stands alone. */
export const weapons = codeList({
  '11': 'Firearm',
  '12': 'Handgun',
  '13': 'Rifle',
  '14': 'Shotgun',
  '15': 'Other Firearm',
  '20': 'Knife/Cutting Instrument',
  '30': 'Blunt Object',
  '35': 'Motor Vehicle/Vessel',
  '40': 'Personal Weapons',
  '50': 'Poison',
  '60': 'Explosives',
  '65': 'Fire/Incendiary Device',
  '70': 'Drugs/Narcotics/Sleeping Pills',
  '85': 'Asphyxiation',
  '90': 'Other',
  '95': 'Unknown',
  '99': 'None',
});

/** Element 46. 01 stands alone. */
export const arresteeWeapons = codeList({
  '01': 'Unarmed',
  '11': 'Firearm',
  '12': 'Handgun',
  '13': 'Rifle',
  '14': 'Shotgun',
  '15': 'Other Firearm',
  '16': 'Lethal Cutting Instrument',
  '17': 'Club/Blackjack/Brass Knuckles',
});

/** The character after a firearm of elements 13 and 46. */
export const automaticIndicator = codeList({
  A: 'automatic firearm',
});

/** The weapons of both elements that are firearms, and may be automatic. */
export const firearms: ReadonlySet<string> = new Set(['11', '12', '13', '14', '15']);
