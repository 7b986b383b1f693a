import type { SubmittedReport } from '../../shared/nibrs/model/index.ts';
import { findProfile, type StateHalf, type StateProfile } from '../../shared/state/index.ts';
import type { ReportContext } from './context.ts';
import { type Draw, drawFrom } from './draw.ts';
import { drawGroupBArrest } from './group-b-arrest.ts';
import { drawIncident } from './incident.ts';
import type { Offenses } from './scenarios.ts';
import { withStateHalf } from './state-values.ts';
import { zeroReport } from './zero-report.ts';

/** A report with both of its halves. */
export interface GeneratedReport {
  report: SubmittedReport;
  state?: StateHalf | undefined;
}

export interface GenerateOptions {
  /** Whose state profile the state segments follow; `NONE` for no state. */
  state: string;
  /** A profile to follow in place of that of `state`, which need not be one of the repository. */
  profile?: StateProfile | undefined;
  /** ORIs. Reports are dealt to them in turn. */
  agencies: readonly [string, ...string[]];
  /** `YYYY-MM` */
  period: string;
  /** How many Group A incidents the file holds. */
  incidents: number;
  /** How many Group B arrests it holds. */
  arrests: number;
  /** How many of the agencies, from the last, have nothing to report and file a zero report. */
  zeroReports: number;
  /** The usual ones when it is absent. */
  offenses?: Offenses;
  seed: number;
  stateSegments: boolean;
}

/** Valid reports, agency by agency: incidents, then arrests, or the zero report. The same options give the same reports. */
export function generateReports(options: GenerateOptions): GeneratedReport[] {
  const { agencies, period, incidents, arrests, zeroReports, offenses = 'usual' } = options;
  const active = agencies.slice(0, agencies.length - zeroReports);
  return agencies.flatMap((ori, place) => {
    const draw = drawFrom(options.seed, place);
    if (place >= active.length) return [{ report: zeroReport(ori, period) }];
    const reports = [
      ...Array.from({ length: share(incidents, active.length, place) }, (_, index) =>
        drawIncident(draw, { ori, period, offenses, number: numbered(period, '-', index + 1) }),
      ),
      ...groupBArrests(draw, { ori, period, offenses }, share(arrests, active.length, place)),
    ];
    return reports.map((report) => withState(draw, options, report));
  });
}

/** Every tenth arrest is the second person of the one before. */
function groupBArrests(draw: Draw, context: Omit<ReportContext, 'number'>, count: number): SubmittedReport[] {
  return Array.from({ length: count }, (_, index) => {
    const second = index % 10 === 9;
    const number = numbered(context.period, 'B', second ? index : index + 1);
    return drawGroupBArrest(draw, { ...context, number }, second ? 2 : 1);
  });
}

function withState(draw: Draw, options: GenerateOptions, report: SubmittedReport): GeneratedReport {
  const profile = options.profile ?? findProfile(options.state);
  return profile && options.stateSegments ? withStateHalf(draw, profile, report) : { report };
}

/** `26-0900001` for the first incident of September 2026; leaves room for the arrestee's number behind it. */
function numbered(period: string, mark: string, index: number): string {
  return `${period.slice(2, 4)}${mark}${period.slice(5)}${String(index).padStart(5, '0')}`;
}

function share(total: number, parts: number, place: number): number {
  return Math.floor(total / parts) + (place < total % parts ? 1 : 0);
}
