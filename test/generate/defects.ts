import type { Level, Segment, SegmentHeader, SegmentOf } from '../../shared/nibrs/model/index.ts';
import { twoDigits } from './context.ts';
import type { GeneratedReport } from './reports.ts';
import { stateDefects } from './state-defects.ts';

/** A clerk's mistake. */
export interface Defect {
  /** The states in whose reports it can be made; in those of any state when it is absent. */
  states?: readonly [string, ...string[]];
  /** The code it draws; two where incidents and Group B arrests have one each. */
  codes: readonly string[];
  /** Makes the mistake in place; false when the report has no place for it. */
  make(generated: GeneratedReport): boolean;
}

export const defects = {
  oriInSmallLetters: { codes: ['952'], make: oriInSmallLetters },
  blankInNumber: { codes: ['115', '715'], make: blankInNumber },
  noOffender: { codes: ['075'], make: withoutOffenders },
  impossibleHour: {
    codes: ['152'],
    make: inFirst(['1'], (administrative) => {
      administrative.incidentHour = '24';
    }),
  },
  incidentBeforeNibrs: {
    codes: ['172'],
    make: inFirst(['1'], (administrative) => {
      administrative.incidentDate = '19901231';
    }),
  },
  clearedWithoutDate: {
    codes: ['156'],
    make: inFirstWhere(
      ['1'],
      (administrative) => administrative.clearedExceptionally !== 'N',
      (administrative) => {
        administrative.exceptionalClearanceDate = undefined;
      },
    ),
  },
  wrongLocationCode: {
    codes: ['204'],
    make: inFirst(['2'], (offense) => {
      offense.locationType = '99';
    }),
  },
  burglaryWithoutEntry: {
    codes: ['253'],
    make: inFirstWhere(
      ['2'],
      (offense) => offense.offenseCode === '220',
      (offense) => {
        offense.methodOfEntry = undefined;
      },
    ),
  },
  weaponlessRobbery: {
    codes: ['221'],
    make: inFirstWhere(
      ['2'],
      (offense) => offense.offenseCode === '120',
      (offense) => {
        offense.weapons = [];
      },
    ),
  },
  theftInCyberspace: {
    codes: ['205'],
    make: inFirstWhere(
      ['2'],
      (offense) => offense.offenseCode?.startsWith('23') === true,
      (offense) => {
        offense.locationType = '58';
      },
    ),
  },
  stolenWithoutValue: {
    codes: ['301'],
    make: inFirstWhere(
      ['3'],
      ({ typePropertyLoss, properties: [property] }) => typePropertyLoss === '7' && property?.description === '20',
      ({ properties: [property] }) => {
        if (property) property.value = undefined;
      },
    ),
  },
  recoveredNextMonth: {
    codes: ['305'],
    make: inFirstWhere(
      ['3'],
      ({ typePropertyLoss }) => typePropertyLoss === '5',
      (recovery) => {
        for (const property of recovery.properties) property.dateRecovered = firstOfNextMonth(recovery);
      },
    ),
  },
  stolenAndRecoveredInOne: {
    codes: ['355'],
    make: inFirstWhere(
      ['3'],
      ({ typePropertyLoss }) => typePropertyLoss === '7',
      ({ submissionYear, submissionMonth, properties: [property] }) => {
        if (property) property.dateRecovered = `${submissionYear}${submissionMonth}28`;
      },
    ),
  },
  strangerToTheOffense: {
    codes: ['466'],
    make: inFirstWhere(
      ['4'],
      (victim) => victim.typeOfVictim === 'I' && !victim.connectedOffenseCodes.includes('200'),
      (victim) => {
        victim.connectedOffenseCodes.push('200');
      },
    ),
  },
  societyOfThirty: {
    codes: ['458'],
    make: inFirstWhere(
      ['4'],
      (victim) => victim.typeOfVictim === 'S',
      (victim) => {
        victim.ageOfVictim = '30';
      },
    ),
  },
  officerOutOfService: {
    codes: ['483'],
    make: inFirstWhere(
      ['4'],
      (victim) => victim.typeOfVictim === 'I',
      (victim) => {
        victim.officerActivityCircumstance = '01';
      },
    ),
  },
  misspelledRelationship: { codes: ['404'], make: misspellRelationship },
  absentOffender: {
    codes: ['070'],
    make: inFirstWhere(
      ['4'],
      ({ relationships: [pair] }) => pair?.relationship !== undefined,
      ({ relationships: [pair] }) => {
        if (pair) pair.offenderNumber = '77';
      },
    ),
  },
  reversedAges: {
    codes: ['510'],
    make: inFirstWhere(
      ['5'],
      (offender) => offender.ageOfOffender?.length === 4,
      (offender) => {
        offender.ageOfOffender = '4030';
      },
    ),
  },
  missingArresteeAge: {
    codes: ['601', '701'],
    make: inFirst(['6', '7'], (arrest) => {
      arrest.ageOfArrestee = undefined;
      arrest.dispositionUnder18 = undefined;
    }),
  },
  wrongSexOfArrestee: {
    codes: ['667', '758'],
    make: inFirst(['6', '7'], (arrest) => {
      arrest.sexOfArrestee = 'Y';
    }),
  },
  arrestAfterSubmissionMonth: {
    codes: ['605', '705'],
    make: inFirst(['6', '7'], (arrest) => {
      arrest.arrestDate = firstOfNextMonth(arrest);
    }),
  },
  adultWithDisposition: {
    codes: ['653', '753'],
    make: inFirstWhere(
      ['6', '7'],
      (arrest) => (arrest.ageOfArrestee ?? '') >= '18',
      (arrest) => {
        arrest.dispositionUnder18 = 'H';
      },
    ),
  },
  zeroReportOfTheFuture: {
    codes: ['094'],
    make: inFirst(['0'], (zero) => {
      zero.zeroReportYear = String(Number(zero.zeroReportYear) + 1);
    }),
  },
  ...stateDefects,
} as const satisfies Record<string, Defect>;

export type DefectName = keyof typeof defects;

/** A copy of the report with the mistake in it; undefined when the report has no place for it. */
export function breakReport(name: DefectName, generated: GeneratedReport): GeneratedReport | undefined {
  const copy = structuredClone(generated);
  return defects[name].make(copy) ? copy : undefined;
}

/** A mistake in the first segment of these levels. */
function inFirst<L extends Level>(levels: readonly L[], change: (segment: SegmentOf<L>) => void): Defect['make'] {
  return inFirstWhere(levels, () => true, change);
}

function inFirstWhere<L extends Level>(
  levels: readonly L[],
  isPlace: (segment: SegmentOf<L>) => boolean,
  change: (segment: SegmentOf<L>) => void,
): Defect['make'] {
  const isOneOf = (segment: Segment): segment is SegmentOf<L> => levels.some((level) => level === segment.level);
  return ({ report }) => {
    const place = report.segments.filter(isOneOf).find(isPlace);
    if (place) change(place);
    return place !== undefined;
  };
}

function oriInSmallLetters({ report }: GeneratedReport): boolean {
  report.ori = report.ori.toLowerCase();
  for (const segment of report.segments) segment.ori = report.ori;
  return true;
}

function blankInNumber({ report }: GeneratedReport): boolean {
  if (report.kind === 'zero') return false;
  const number = `${report.number.slice(0, 2)} ${report.number.slice(3)}`;
  for (const segment of report.segments) {
    if (segment.level === '7') segment.arrestTransactionNumber = number;
    else segment.incidentNumber = number;
  }
  report.number = number;
  return true;
}

function withoutOffenders({ report }: GeneratedReport): boolean {
  const rest = report.segments.filter(({ level }) => level !== '5');
  if (rest.length === report.segments.length) return false;
  report.segments = rest;
  return true;
}

function firstOfNextMonth({ submissionYear, submissionMonth }: SegmentHeader): string {
  const month = Number(submissionMonth);
  return month === 12 ? `${Number(submissionYear) + 1}0101` : `${submissionYear}${twoDigits(month + 1)}01`;
}

function misspellRelationship({ report }: GeneratedReport): boolean {
  const pairs = report.segments.flatMap((segment) => (segment.level === '4' ? segment.relationships : []));
  const pair = pairs.find(({ relationship }) => relationship !== undefined);
  if (pair) pair.relationship = 'SO';
  return pair !== undefined;
}
