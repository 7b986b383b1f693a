import type { Drug, OffenseSegment, Property, PropertySegment } from '../../shared/nibrs/model/index.ts';
import { dateOf, header, lastDayOf, type ReportContext } from './context.ts';
import type { Draw } from './draw.ts';
import { factsOf } from './offense-facts.ts';

const vehicles = new Set(['03', '05', '24', '28', '37']);
const structures = new Set(['29', '34']);
/** Descriptions whose value must be zero (edit 391). */
const withoutValue = new Set(['09', '22', '48', '65', '66']);

/** Level 3: one segment for each type of loss that the offenses call for, plus what was recovered of the stolen. */
export function drawProperty(
  draw: Draw,
  context: ReportContext,
  offenses: readonly OffenseSegment[],
  day: number,
): PropertySegment[] {
  const byType = new Map<string, PropertySegment>();
  for (const offense of offenses) {
    const drawn = drawLoss(draw, context, offense, day);
    if (!drawn?.typePropertyLoss) continue;
    const earlier = byType.get(drawn.typePropertyLoss);
    byType.set(drawn.typePropertyLoss, earlier ? merged(earlier, drawn) : drawn);
  }
  const stolen = byType.get('7');
  if (stolen && draw.chance(0.2)) byType.set('5', drawRecovery(draw, context, stolen, day));
  return [...byType.values()].sort((a, b) => ((a.typePropertyLoss ?? '') < (b.typePropertyLoss ?? '') ? -1 : 1));
}

function drawLoss(
  draw: Draw,
  context: ReportContext,
  { offenseCode = '', attemptedCompleted }: OffenseSegment,
  day: number,
): PropertySegment | undefined {
  const { loss, lossMayBeUnknown } = factsOf(offenseCode);
  if (!loss) return undefined;
  const attempted = attemptedCompleted === 'A';
  const type = attempted ? '1' : lossMayBeUnknown && draw.chance(0.1) ? '8' : loss.type;
  const segment = emptySegment(context, type);
  if (offenseCode === '35A') segment.drugs = attempted ? drawDrugs(draw).slice(0, 1).map(typeOnly) : drawDrugs(draw);
  if (type === '1' || type === '8') return segment;

  const count = offenseCode === '240' ? 1 : draw.integer(1, 3);
  segment.properties = draw.several(loss.descriptions, count).map((description) => ({
    description,
    value: drawValue(draw, description),
    dateRecovered: type === '5' ? drawDate(draw, context, day) : undefined,
  }));
  if (offenseCode === '240') segment.numberOfStolenMotorVehicles = '01';
  return segment;
}

/** Two offenses with the same type of loss share its segment: one entry for each description (edit 306). */
function merged(one: PropertySegment, other: PropertySegment): PropertySegment {
  const known = new Set(one.properties.map(({ description }) => description));
  const more = other.properties.filter(({ description }) => !known.has(description));
  return { ...one, properties: [...one.properties, ...more], drugs: [...one.drugs, ...other.drugs] };
}

function drawRecovery(draw: Draw, context: ReportContext, stolen: PropertySegment, day: number): PropertySegment {
  const segment = emptySegment(context, '5');
  const dateRecovered = drawDate(draw, context, day);
  segment.properties = stolen.properties.slice(0, 1).map((property) => ({ ...property, dateRecovered }));
  if (stolen.numberOfStolenMotorVehicles) segment.numberOfRecoveredMotorVehicles = '01';
  return segment;
}

function emptySegment(context: ReportContext, type: string): PropertySegment {
  return {
    ...header('3', '0307', 'I', context),
    incidentNumber: context.number,
    typePropertyLoss: type,
    properties: [],
    numberOfStolenMotorVehicles: undefined,
    numberOfRecoveredMotorVehicles: undefined,
    drugs: [],
  };
}

function drawDate(draw: Draw, context: ReportContext, earliest: number): string {
  return dateOf(context, draw.integer(earliest, lastDayOf(context)));
}

/** Whole dollars; drugs seized have no value (edits 382 and 383). */
function drawValue(draw: Draw, description: string): Property['value'] {
  if (description === '10') return undefined;
  if (withoutValue.has(description)) return '0'.repeat(9);
  const [first, last] = vehicles.has(description)
    ? [900, 45_000]
    : structures.has(description)
      ? [200, 90_000]
      : [10, 2_500];
  return String(draw.integer(first, last)).padStart(9, '0');
}

function typeOnly({ type }: Drug): Drug {
  return { type, quantity: undefined, measurement: undefined };
}

function drawDrugs(draw: Draw): Drug[] {
  const kinds = draw.several(
    [
      { type: 'B', measurement: 'GM' },
      { type: 'D', measurement: 'GM' },
      { type: 'E', measurement: draw.pick(['GM', 'OZ', 'NP']) },
      { type: 'L', measurement: 'GM' },
      { type: 'O', measurement: 'DU' },
    ],
    draw.integer(1, 3),
  );
  const measured = kinds.map((kind) => ({ ...kind, quantity: drawQuantity(draw, kind.measurement) }));
  if (measured.length < 3 || draw.chance(0.7)) return measured;
  return [...measured.slice(0, 2), { type: 'X', quantity: undefined, measurement: undefined }];
}

/** Nine digits of whole units and three of thousandths; plants and doses are whole. */
function drawQuantity(draw: Draw, measurement: string): string {
  const thousandths = measurement === 'NP' || measurement === 'DU' ? 0 : draw.integer(0, 999);
  return `${String(draw.integer(1, 60)).padStart(9, '0')}${String(thousandths).padStart(3, '0')}`;
}
