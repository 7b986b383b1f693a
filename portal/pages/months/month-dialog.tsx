import { count, counted } from '../../../shared/count-words.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { Facts } from '../../parts/facts.tsx';
import { type Month, wordsOf } from '../../parts/month-words.ts';
import { Notice } from '../../parts/notice.tsx';
import { StatusTag } from '../../parts/status-tag.tsx';
import { Time } from '../../parts/time.tsx';
import { agencyName, monthName, percent } from '../../parts/words.ts';
import { may, usePortal } from '../../portal-context.ts';
import type { Chosen } from './chosen.ts';

/** All that there is to say of a month of an agency, and where to go on. */
export function MonthDialog({ chosen: { agency, period }, onClose }: { chosen: Chosen; onClose(): void }) {
  const month = agency.months.find((one) => one.period === period);
  if (!month) return null;
  const { word, tone, means } = wordsOf(month);
  return (
    <Dialog title={`${agencyName(agency)}, ${monthName(period)}`} onClose={onClose}>
      <p>
        <StatusTag tone={tone}>{word}</StatusTag> {means}
      </p>
      {month.open > 0 && (
        <Notice kind="warning">
          {month.open === 1 ? '1 report is' : `${count(month.open)} reports are`} not on file until corrected and sent
          again.
        </Notice>
      )}
      <Facts
        facts={[
          ['Late', month.daysLate > 0 && counted(month.daysLate, 'day')],
          ['On file', onFileWords(month)],
          ['Submitted, all files', count(month.submitted)],
          ['Rejected', count(month.rejected)],
          ['Error rate', percent(month.errorRate)],
          ['Errors', count(month.errors)],
          ['Warnings', count(month.warnings)],
          ['Last file', month.lastUpload && <Time at={month.lastUpload} />],
          ['At the FBI', sentWords(month)],
        ]}
      />
      <Transmissions files={month.transmissions} />
      <ul class="usa-list">
        <li>
          <a href={`findings?agency=${agency.ori}&period=${period}`}>Findings of this month</a>
        </li>
        <li>
          <a href={`submissions?agency=${agency.ori}&period=${period}`}>Files of this month</a>
        </li>
        <li>
          <a href={`agencies/${agency.ori}`}>{agencyName(agency)} over time</a>
        </li>
      </ul>
    </Dialog>
  );
}

function onFileWords({ onFile: { incidents, arrests, zeroReports } }: Month): string {
  const words = [
    incidents > 0 && counted(incidents, 'incident'),
    arrests > 0 && counted(arrests, 'Group B arrest'),
    zeroReports > 0 && counted(zeroReports, 'zero report'),
  ].filter(Boolean);
  return words.length > 0 ? words.join(', ') : 'Nothing';
}

function sentWords({ unsent, transmissions, onFile }: Month): string {
  if (!unsent && transmissions.length > 0) return 'All of it';
  if (transmissions.length > 0) return 'Not the latest changes';
  return onFile.incidents + onFile.arrests + onFile.zeroReports > 0 ? 'Nothing yet' : '';
}

function Transmissions({ files }: { files: readonly string[] }) {
  const { caller } = usePortal();
  if (files.length === 0) return null;
  return (
    <>
      <h3>Sent to the FBI with</h3>
      <ul class="usa-list">
        {files.map((file) => (
          <li key={file} class="figures">
            {may(caller, 'readTransmission') ? <a href={`transmissions/${file}`}>{file}</a> : file}
          </li>
        ))}
      </ul>
    </>
  );
}
