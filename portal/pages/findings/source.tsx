import { useId, useState } from 'preact/hooks';
import { counted } from '../../../shared/count-words.ts';
import { Shown } from '../../frame/shown.tsx';
import { RecordLines } from '../../parts/findings/record-lines.tsx';
import { may, usePortal } from '../../portal-context.ts';
import { useCall } from '../../use-call.ts';
import type { ListedFinding } from './filter.ts';

interface Props {
  finding: ListedFinding;
  /** All findings of its report that are listed. */
  findings: readonly ListedFinding[];
}

/** The record that a finding is in, and the report around it, as they were sent; read when somebody asks. */
export function Source({ finding: { submission, record }, findings }: Props) {
  const { caller } = usePortal();
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  if (record === undefined || !may(caller, 'readSource')) return null;
  return (
    <>
      <button
        type="button"
        class="usa-button usa-button--unstyled"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        {isOpen ? 'Hide the record' : 'Show the record'}
      </button>
      <div id={id} class="finding__record">
        {isOpen && <Lines {...{ submission, record, findings }} />}
      </div>
    </>
  );
}

interface LinesProps {
  submission: string;
  record: number;
  findings: readonly ListedFinding[];
}

function Lines({ submission, record, findings }: LinesProps) {
  const source = useCall('readSource', { params: { submission }, query: { record: `${record}` } });
  const [isWhole, setWhole] = useState(false);
  return (
    <Shown called={source} what="the record">
      {({ lines }) => {
        const shown = isWhole ? lines : lines.filter((line) => line.record === record);
        return (
          <>
            <RecordLines label={`Record ${record}, as it was sent`} lines={shown} findings={findings} />
            {lines.length > 1 && (
              <button type="button" class="usa-button usa-button--unstyled" onClick={() => setWhole(!isWhole)}>
                {isWhole ? 'Show this record alone' : `Show all ${counted(lines.length, 'record')} of the report`}
              </button>
            )}
          </>
        );
      }}
    </Shown>
  );
}
