import type { ComponentChildren } from 'preact';
import { segmentName } from '../../../shared/history/change-words.ts';
import type { HistoryItem } from '../../../shared/history/messages.ts';
import { elementName } from '../../../shared/nibrs/responses/element-name.ts';
import { CodeLink } from '../../parts/findings/finding-item.tsx';
import { Severity } from '../../parts/findings/severity.tsx';
import { StatusTag } from '../../parts/status-tag.tsx';
import { Time } from '../../parts/time.tsx';
import { monthName } from '../../parts/words.ts';
import { may, usePortal } from '../../portal-context.ts';
import { itemWords } from './item-words.ts';
import { ReportChanges } from './report-changes.tsx';

/** All that happened to a report, the newest first. */
export function Timeline({ items }: { items: readonly HistoryItem[] }) {
  return (
    <section class="part" aria-labelledby="what-happened">
      <h2 id="what-happened">What happened</h2>
      <ol class="timeline" reversed>
        {items.toReversed().map((item, index) => (
          <TimelineItem key={`${item.at} ${item.happened} ${index}`} item={item} />
        ))}
      </ol>
    </section>
  );
}

function TimelineItem({ item }: { item: HistoryItem }) {
  const { tone, tag, sentence } = itemWords(item);
  return (
    <li class={`timeline__item timeline__item--${tone}`}>
      <p class="timeline__head">
        <Time at={item.at} /> <StatusTag tone={tone}>{tag}</StatusTag>
      </p>
      <h3>{sentence}</h3>
      <p class="timeline__from">
        <Origin item={item} />
      </p>
      {item.changes && <ReportChanges changes={item.changes} isNew={item.happened === 'reported'} />}
      {item.gone && <p>What it said is expunged.</p>}
      {item.state && <p>{stateWords(item.state)}</p>}
      {item.findings && item.findings.length > 0 && <FederalFindings findings={item.findings} />}
    </li>
  );
}

/** Where it came from, or where it went. */
function Origin({ item }: { item: HistoryItem }) {
  const { caller } = usePortal();
  const { happened, file, submission, record, uploader, by, period, version, transmission } = item;
  const parts: ComponentChildren[] = [];
  if (happened === 'sent' && file) {
    parts.push(<>in {may(caller, 'readTransmission') ? <a href={`transmissions/${file}`}>{file}</a> : file}</>);
  } else if (happened === 'answered' || happened === 'acknowledged') {
    parts.push(<>to transmission {transmission}</>, file && <>with {file}</>);
  } else if (submission) {
    parts.push(
      <>
        with <a href={`submissions/${submission}`}>{file ?? 'a file'}</a>
        {record !== undefined && `, record ${record}`}
      </>,
      uploader && <>uploaded by {uploader}</>,
    );
  } else {
    parts.push(<>by {by}</>);
  }
  parts.push(period && <>month {monthName(period)}</>, version !== undefined && <>version {version}</>);
  return (
    <>
      {parts.filter(Boolean).map((part, index) => (
        <span key={index}>{part}</span>
      ))}
    </>
  );
}

/** Of state elements, how many there are: which, and what they say, is for named readers. */
function stateWords({ before, after, change }: NonNullable<HistoryItem['state']>): string {
  switch (change) {
    case 'given':
      return `State elements: ${after} given.`;
    case 'withdrawn':
      return `State elements: ${before} withdrawn.`;
    case 'none':
      return `State elements: the same ${after}.`;
    case 'changed':
      return `State elements: changed, ${before} before and ${after} now.`;
    case 'unknown':
      return `State elements: ${before} before and now; whether they have changed cannot be told without opening them.`;
  }
}

function FederalFindings({ findings }: { findings: NonNullable<HistoryItem['findings']> }) {
  return (
    <ul class="usa-list timeline__findings">
      {findings.map(({ code, severity, level, element, sequence, action }, index) => (
        <li key={index}>
          <Severity of={severity} /> <CodeLink code={code} />
          {[
            [segmentName(level), sequence].filter(Boolean).join(' '),
            element && `element ${element} ${elementName({ level, element })}`,
            action === 'D' && 'on the deletion',
          ]
            .filter(Boolean)
            .map((words) => `, ${words}`)
            .join('')}
        </li>
      ))}
    </ul>
  );
}
