import { counted } from '../../../shared/count-words.ts';
import { elementLabel } from '../../../shared/findings/labels.ts';
import { CodeLink, FindingItem } from '../../parts/findings/finding-item.tsx';
import { may, usePortal } from '../../portal-context.ts';
import type { ListedFinding } from './filter.ts';
import { type Group, idOf } from './groups.ts';
import { Settlement, SettleTogether } from './settlement.tsx';
import { Source } from './source.tsx';

interface Props {
  group: Group;
  isByCode: boolean;
}

/** The findings of one report, or of one number. */
export function FindingGroup({ group, isByCode }: Props) {
  const { findings } = group;
  return (
    <section class="finding-group">
      {isByCode ? <CodeHead group={group} /> : <ReportHead group={group} />}
      <ul class="findings">
        {findings.map((finding) => (
          <FindingItem key={idOf(finding)} finding={finding} source={finding.source}>
            {isByCode && (
              <p class="finding__place">
                <ReportLink finding={finding} /> <span>{finding.ori}</span> <FileLink finding={finding} />
              </p>
            )}
            <div class="finding__more">
              <Source finding={finding} findings={findings.filter((other) => isOfSame(finding, other))} />
              <Settlement finding={finding} />
            </div>
          </FindingItem>
        ))}
      </ul>
    </section>
  );
}

function isOfSame(one: ListedFinding, other: ListedFinding): boolean {
  return one.submission === other.submission && one.ori === other.ori && one.report === other.report;
}

function ReportHead({ group: { first } }: { group: Group }) {
  const { agencies } = usePortal().caller;
  const name = agencies?.find(({ ori }) => ori === first.ori)?.name;
  return (
    <>
      <h2>
        <ReportLink finding={first} />
      </h2>
      <p class="finding-group__of">
        {(!agencies || agencies.length > 1) && (
          <span>
            {name} <span class="ori">{first.ori}</span>
          </span>
        )}
        <FileLink finding={first} />
      </p>
    </>
  );
}

function CodeHead({ group: { first, findings } }: { group: Group }) {
  return (
    <>
      <h2>
        <CodeLink code={first.code} /> {first.element && elementLabel(first)}
      </h2>
      <p class="finding-group__of">{counted(findings.length, 'finding')} in this list</p>
      <SettleTogether findings={findings} />
    </>
  );
}

function ReportLink({ finding: { ori, report } }: { finding: ListedFinding }) {
  const { caller } = usePortal();
  if (report.trim() === '') return <>The file as a whole</>;
  const words = <>Report {report}</>;
  return may(caller, 'readHistory') ? (
    <a href={`reports/${encodeURIComponent(ori)}/${encodeURIComponent(report)}`}>{words}</a>
  ) : (
    words
  );
}

function FileLink({ finding: { submission, fileName, record } }: { finding: ListedFinding }) {
  return (
    <span>
      in <a href={`submissions/${submission}`}>{fileName}</a>
      {record !== undefined && <span class="usa-sr-only">, from record {record}</span>}
    </span>
  );
}
