import { segmentsOf, toFederalReport, withSubmission } from '../../shared/nibrs/flatfile/federal.ts';
import type { Period } from '../../shared/nibrs/model/index.ts';
import { deleted } from '../generate/corrections.ts';
import { type Draw, drawFrom } from '../generate/draw.ts';
import { writeFile } from '../generate/file.ts';
import { type GeneratedReport, generateReports } from '../generate/reports.ts';
import { zeroReport } from '../generate/zero-report.ts';

/** A file on its way to the repository: text, and a name that no other file has. */
export interface AgencyFile {
  name: string;
  text: string;
}

/**
 * A made-up agency and its year: reports each month, some of them late, corrected, deleted, sent twice or in the wrong
 * order, and months without any. It keeps what it believes to be on file, and corrects what the FBI refuses.
 */
export class Agency {
  readonly ori: string;
  readonly #draw: Draw;
  readonly #seed: number;
  readonly #onFile = new Map<string, GeneratedReport>();
  /** Reports and files that are held back, to be sent in a later month. */
  #late: { period: Period; reports: GeneratedReport[] }[] = [];
  #files = 0;

  constructor(ori: string, seed: number) {
    this.ori = ori;
    this.#seed = seed;
    this.#draw = drawFrom(seed, 0);
  }

  /** The files that the agency sends for a month, in the order in which it sends them. */
  month(period: Period): AgencyFile[] {
    const late = this.#late.splice(0).map((held) => this.#file(held.period, held.reports));
    const fresh = this.#fresh(period);
    if (fresh.length === 0 && late.length === 0)
      return [this.#file(period, [{ report: zeroReport(this.ori, period) }])];
    const held = fresh.filter(() => this.#chance(8));
    const sent = fresh.filter((report) => !held.includes(report));
    if (held.length > 0) this.#late.push({ period, reports: held });
    const month = this.#file(period, [...sent, ...this.#corrections(period), ...this.#deletions(period)]);
    for (const report of sent) this.#onFile.set(report.report.number, report);
    for (const { reports } of this.#late) for (const report of reports) this.#onFile.set(report.report.number, report);
    const again = this.#chance(6) ? [this.#again(month)] : [];
    return this.#chance(4) ? [month, ...late, ...again] : [...late, month, ...again];
  }

  /** The correction of what the FBI has refused. */
  resubmission(period: Period, numbers: readonly string[]): AgencyFile | undefined {
    const refused = numbers.map((number) => this.#onFile.get(number)).filter((report) => report !== undefined);
    if (refused.length === 0) return undefined;
    return this.#file(
      period,
      refused.flatMap((report) => this.#corrected(period, report)),
    );
  }

  #fresh(period: Period): GeneratedReport[] {
    if (this.#chance(5)) return [];
    const month = Number(period.slice(5));
    const incidents = this.#draw.integer(1, 3);
    const arrests = this.#draw.integer(0, 1);
    const options = { state: 'NONE', agencies: [this.ori], period, zeroReports: 0, stateSegments: false } as const;
    return generateReports({ ...options, incidents, arrests, seed: this.#seed * 100 + month });
  }

  #corrections(period: Period): GeneratedReport[] {
    return [...this.#onFile.values()]
      .filter(() => this.#chance(9))
      .flatMap((report) => this.#corrected(period, report));
  }

  #deletions(period: Period): GeneratedReport[] {
    const gone = [...this.#onFile.values()].filter(() => this.#chance(25));
    for (const { report } of gone) this.#onFile.delete(report.number);
    return gone.map((report) => deleted(inMonth(period, report)));
  }

  /** The deletion of a report, and the report with another hour, or an arrestee who lives elsewhere. */
  #corrected(period: Period, generated: GeneratedReport): GeneratedReport[] {
    const correction = structuredClone(inMonth(period, generated));
    for (const segment of correction.report.segments) {
      if (segment.level === '1')
        segment.incidentHour = String((Number(segment.incidentHour ?? 0) + 1) % 24).padStart(2, '0');
      if (segment.level === '7') {
        segment.residentStatusOfArrestee = segment.residentStatusOfArrestee === 'R' ? 'N' : 'R';
      }
    }
    this.#onFile.set(generated.report.number, correction);
    return [deleted(inMonth(period, generated)), correction];
  }

  #file(period: Period, reports: readonly GeneratedReport[]): AgencyFile {
    this.#files += 1;
    const text = writeFile(reports, { state: 'NONE', lineEnd: '\r\n' });
    return { name: `${this.ori}-${period}-${this.#files}.txt`, text };
  }

  #again({ text, name }: AgencyFile): AgencyFile {
    return { text, name: `again-${name}` };
  }

  #chance(oneIn: number): boolean {
    return this.#draw.chance(1 / oneIn);
  }
}

/** The report as it would be submitted in another month. */
function inMonth(period: Period, { report }: GeneratedReport): GeneratedReport {
  const federal = toFederalReport(report);
  if (!federal) throw new RangeError('Only a whole report can be submitted');
  return { report: { ...report, segments: segmentsOf(withSubmission(federal, { period, action: report.action })) } };
}
