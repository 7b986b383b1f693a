import { field, group, incidentHeader, type SegmentLayout } from '../layout.ts';

/** Level 3 (specification 3.3.4). Positions 278–307 have no element; they are read over and written blank. */
export const property: SegmentLayout = {
  level: '3',
  name: 'property',
  lengths: [{ line: 307, stated: '0307' }],
  fields: [
    ...incidentHeader,
    field('typePropertyLoss', '14', 'Type property loss', 38, 1),
    ...group('properties', 10, 19, [
      {
        name: 'propertyDescription',
        member: 'description',
        element: '15',
        label: 'Property description',
        start: 39,
        length: 2,
      },
      { name: 'propertyValue', member: 'value', element: '16', label: 'Value of property', start: 41, length: 9 },
      { name: 'dateRecovered', member: 'dateRecovered', element: '17', label: 'Date recovered', start: 50, length: 8 },
    ]),
    field('numberOfStolenMotorVehicles', '18', 'Number of stolen motor vehicles', 229, 2),
    field('numberOfRecoveredMotorVehicles', '19', 'Number of recovered motor vehicles', 231, 2),
    ...group('drugs', 3, 15, [
      { name: 'suspectedDrugType', member: 'type', element: '20', label: 'Suspected drug type', start: 233, length: 1 },
      {
        name: 'estimatedDrugQuantity',
        member: 'quantity',
        element: '21',
        label: 'Estimated drug quantity',
        start: 234,
        length: 12,
      },
      {
        name: 'typeDrugMeasurement',
        member: 'measurement',
        element: '22',
        label: 'Type drug measurement',
        start: 246,
        length: 2,
      },
    ]),
  ],
};
