import type { SourceReport } from '../../../shared/nibrs/flatfile/record.ts';
import type { Property, PropertySegment } from '../../../shared/nibrs/model/index.ts';
import { incident } from '../../reports.ts';
import { crimes } from './crimes.ts';

type Loss = Partial<PropertySegment>;

/** A property and its value; with a date, one that was recovered. */
export function entry(description: string | undefined, value: string | undefined, dateRecovered?: string): Property {
  return { description, value, dateRecovered };
}

/** A property segment of this type of loss with these properties. */
export function lossOf(typePropertyLoss: string | undefined, ...properties: Property[]): Loss {
  return { typePropertyLoss, properties };
}

export function stolen(properties: Property[], numberOfStolenMotorVehicles?: string): Loss {
  return { ...lossOf('7', ...properties), numberOfStolenMotorVehicles };
}

export function recovered(properties: Property[], numberOfRecoveredMotorVehicles?: string): Loss {
  return { ...lossOf('5', ...properties), numberOfRecoveredMotorVehicles };
}

/** The robbery of these property segments. */
export function robbery(...properties: Loss[]): SourceReport {
  return incident({ properties });
}

/** The completed theft of motor vehicles, with these property segments. */
export function vehicleTheft(...properties: Loss[]): SourceReport {
  return crimes(['240'], ...properties);
}
