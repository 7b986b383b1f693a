import { mostSeriousFirst } from '../../shared/findings/labels.ts';
import { type Examined, isError, isRejected } from '../../shared/intake/examine.ts';
import { partForeign, settleForeign } from '../../shared/intake/foreign.ts';
import { shownRecord } from '../../shared/intake/shown-record.ts';
import { findProfile, validateFile } from '../../shared/validator.ts';
import { piecesOf } from '../read-blob.ts';
import type { WorkerNews } from '../work-on.ts';
import { type Checked, type CheckedReport, type CheckQuestion, mostListed } from './checked.ts';

/** Validates a file beside the page, as the repository would against an empty ledger; nothing leaves the computer. */
addEventListener('message', async ({ data }: MessageEvent<CheckQuestion>) => {
  const tell = (news: WorkerNews<Checked>) => postMessage(news);
  try {
    tell({ is: 'done', result: await check(data, (share) => tell({ is: 'under way', share })) });
  } catch (error) {
    // What the browser says of a file that is not there any more.
    if (!(error instanceof DOMException)) throw error;
    tell({ is: 'unreadable' });
  }
});

async function check({ file, state, today, oris }: CheckQuestion, tell: (share: number) => void): Promise<Checked> {
  const checked: Checked = {
    refusal: null,
    reports: 0,
    accepted: 0,
    rejected: 0,
    errors: 0,
    warnings: 0,
    listed: [],
    unlisted: 0,
  };
  const profile = state === null ? undefined : findProfile(state);
  for await (const outcome of validateFile(withProgress(file, tell), { today, profile })) {
    if ('refusal' in outcome) checked.refusal = outcome.refusal;
    else add(checked, ofWhoever(outcome, oris));
  }
  return checked;
}

/** A report of an agency for which the caller may not file is rejected, whatever it says. */
function ofWhoever(examined: Examined, oris: CheckQuestion['oris']): Examined {
  const [foreign] = partForeign([examined.source], oris ?? undefined).foreign;
  return foreign ? settleForeign(foreign).examined : examined;
}

function add(checked: Checked, examined: Examined): void {
  const { findings } = examined;
  const errors = findings.filter(isError).length;
  checked.reports += 1;
  if (isRejected(examined)) checked.rejected += 1;
  else checked.accepted += 1;
  checked.errors += errors;
  checked.warnings += findings.length - errors;
  if (findings.length === 0) return;
  if (checked.listed.length < mostListed) checked.listed.push(listed(examined));
  else checked.unlisted += 1;
}

function listed(examined: Examined): CheckedReport {
  const { source, findings } = examined;
  const { kind, ori, number } = source.report;
  const segments = new Map(findings.map(({ record, segment }) => [record, segment]));
  const lines = source.records
    .filter(({ number }) => segments.has(number))
    .map(({ number, text }) => ({ record: number, text: shownRecord(text.trimEnd(), segments.get(number)) }));
  return { kind, ori, number, rejected: isRejected(examined), findings: mostSeriousFirst(findings), lines };
}

async function* withProgress(file: File, tell: (share: number) => void): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const piece of piecesOf(file)) {
    yield piece;
    bytes += piece.byteLength;
    tell(bytes / file.size);
  }
}
