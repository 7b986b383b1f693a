import { count, counted } from '../../../shared/count-words.ts';
import type { Checked, CheckedReport } from '../../check/checked.ts';
import { FindingItem } from '../../parts/findings/finding-item.tsx';
import { RecordLines } from '../../parts/findings/record-lines.tsx';
import { StatusTag, type Tone } from '../../parts/status-tag.tsx';
import type { CheckState } from '../../upload/upload-list.ts';
import { Failed } from './failed.tsx';
import { Share } from './share.tsx';

/** What the check of a file that was not sent has found. */
export function CheckResult({ check }: { check: CheckState }) {
  switch (check.is) {
    case 'waiting':
      return <p class="quiet">It is checked after the files before it.</p>;
    case 'checking':
      return <Share words="Checking" share={check.share} />;
    case 'failed':
      return <Failed tag="Not checked" problem={check.problem} />;
    case 'checked':
      return <CheckedFile checked={check.checked} />;
  }
}

function CheckedFile({ checked }: { checked: Checked }) {
  const { refusal, listed, unlisted } = checked;
  const { tone, status, sentence } = outcomeOf(checked);
  return (
    <>
      <p role="status">
        <StatusTag tone={tone}>{status}</StatusTag> {sentence}
      </p>
      {refusal && (
        <p>
          {refusal.message} {refusal.hint}
        </p>
      )}
      {listed.length > 0 && (
        <details class="more checked" open={listed.length <= 3}>
          <summary>{counted(listed.length + unlisted, 'report')} with something to look at</summary>
          {listed.map((report, place) => (
            <CheckedReportFindings key={place} report={report} />
          ))}
          {unlisted > 0 && (
            <p>{counted(unlisted, 'report')} more have findings. Correct these first, then check again.</p>
          )}
        </details>
      )}
    </>
  );
}

interface CheckOutcome {
  tone: Tone;
  status: string;
  sentence: string;
}

function outcomeOf({ refusal, reports, rejected, warnings }: Checked): CheckOutcome {
  if (refusal) return { tone: 'bad', status: 'Would be refused', sentence: 'Nothing of this file would be taken.' };
  const all = counted(reports, 'report');
  if (rejected > 0) {
    const sentence = `${count(rejected)} of ${all} would be rejected. You may send the file anyway: the others are filed.`;
    return { tone: 'bad', status: 'To correct', sentence };
  }
  if (warnings === 0) return { tone: 'good', status: 'No findings', sentence: `${all}, nothing to correct.` };
  return {
    tone: 'warn',
    status: 'Warnings only',
    sentence: `${all} would be filed, with ${counted(warnings, 'warning')} to look at.`,
  };
}

const kinds: Readonly<Record<CheckedReport['kind'], string>> = {
  incident: 'Incident',
  arrest: 'Group B arrest',
  zero: 'Zero report',
  supplement: 'Supplement to',
};

function CheckedReportFindings({
  report: { kind, ori, number, rejected, findings, lines },
}: {
  report: CheckedReport;
}) {
  const name = number.trim() || '(no number)';
  return (
    <section class="checked__report">
      <h4>
        {kinds[kind]} <span class="figures">{name}</span> <span class="ori">{ori}</span>{' '}
        <span class="quiet">{rejected ? 'would be rejected' : 'would be filed'}</span>
      </h4>
      <ul class="findings">
        {findings.map((finding, at) => (
          <FindingItem key={at} finding={finding} />
        ))}
      </ul>
      {lines.length > 0 && (
        <RecordLines label={`Records of report ${name} with findings`} lines={lines} findings={findings} />
      )}
    </section>
  );
}
