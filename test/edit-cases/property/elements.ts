import type { PropertySegment } from '../../../shared/nibrs/model/index.ts';
import { incident } from '../../reports.ts';
import { type EditCase, olderPeriod, shows, withLength } from '../case.ts';
import { crimesWith, vehicleTheft } from '../incidents.ts';
import { car, drug, entry, lossOf, seizedDrugs, stolen } from '../segments.ts';

const own = (property: Partial<PropertySegment>) => incident({ properties: [property] });
const one = (description: string, value: string) => own({ properties: [entry(description, value)] });
const cars = (number: string) => vehicleTheft(stolen([car], number));
const seized = (type: string, quantity: string) =>
  crimesWith(['35A'], { ...lossOf('6', seizedDrugs), drugs: [drug(type, quantity, 'GM')] });
const marijuana = (quantity: string) => seized('E', quantity);

export const propertyElementCases: EditCase[] = [
  shows('301', 'no type of loss', own({ typePropertyLoss: undefined }), own({ typePropertyLoss: '7' })),
  shows('301', 'a wrong length', withLength(own({}), 3, '0306'), own({})),
  shows('302', 'a value not filled with zeros', one('20', '250'), one('20', '000000250')),
  shows('302', 'a value with a letter', one('20', '00000025O'), one('20', '000000250')),
  shows('302', 'one digit', cars('1'), cars('01')),
  shows('302', 'quantity not filled with zeros', marijuana('1500'), marijuana('000000001500')),
  shows('302', 'quantity with half of its units blank', marijuana('     0001500'), marijuana('         500')),
  shows('302', 'quantity with some of its thousandths', marijuana('0000000015'), marijuana('000000001')),
  shows('304', 'description 40', one('40', '000000250'), one('41', '000000250')),
  shows('304', 'description 99 after 2022', one('99', '000000250'), one('77', '000000250')),
  shows('304', 'no such drug', seized('Z', '000000001500'), seized('U', '000000001500')),
  shows('1307', 'description 99 before 2023', one('99', '000000250'), one('77', '000000250'), olderPeriod),
  shows('1308', 'six vehicles', cars('06'), cars('05')),
  shows('1342', 'a million', one('20', '001000000'), one('20', '000999999')),
];
