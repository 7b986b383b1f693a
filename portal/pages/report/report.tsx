import { useState } from 'preact/hooks';
import { useRoute } from 'preact-iso';
import type { HistoryItem } from '../../../shared/history/messages.ts';
import { Page } from '../../frame/page.tsx';
import { Shown } from '../../frame/shown.tsx';
import { Empty, Notice } from '../../parts/notice.tsx';
import { StatusTag } from '../../parts/status-tag.tsx';
import { agencyName } from '../../parts/words.ts';
import { may, usePortal } from '../../portal-context.ts';
import { useCall } from '../../use-call.ts';
import { Expunge } from './expunge.tsx';
import { standingOf } from './item-words.ts';
import type { ReportName } from './report-name.ts';
import { StateElements } from './state-elements.tsx';
import { Timeline } from './timeline.tsx';

/** What became of a report. */
export default function Report() {
  const { ori = '', number = '' } = useRoute().params;
  const { caller } = usePortal();
  const name = caller.agencies?.find((agency) => agency.ori === ori)?.name;
  return (
    <Page
      title={`Report ${number}`}
      lead={<span class="figures">{name ? `${agencyName({ ori, name })}, ${ori}` : ori}</span>}
    >
      {may(caller, 'readHistory') && <History ori={ori} number={number} />}
      {may(caller, 'readElements') && <StateElements ori={ori} number={number} />}
      <p class="part">
        <a href="reports">Find another report</a>
      </p>
    </Page>
  );
}

function History(report: ReportName) {
  const { caller } = usePortal();
  /** How often it was expunged when an order was given here. */
  const [before, setBefore] = useState<number>();
  const isCarriedOut = (items: readonly HistoryItem[]) => before === undefined || timesExpunged(items) > before;
  const history = useCall('readHistory', { params: { ...report } }, (reply) => !isCarriedOut(reply.history));
  if (history.problem?.status === 404) return <NothingFiled {...report} />;
  return (
    <Shown called={history} what="the history">
      {({ history: items }) => {
        const { tone, tag, sentence } = standingOf(items);
        return (
          <>
            <p class="standing" role="status">
              <StatusTag tone={tone}>{tag}</StatusTag> {sentence}
            </p>
            {before !== undefined && (
              <Notice kind={isCarriedOut(items) ? 'success' : 'info'} isNews>
                {isCarriedOut(items)
                  ? 'The order is carried out.'
                  : 'The order was taken. This page shows when it is carried out.'}
              </Notice>
            )}
            <Timeline items={items} />
            {may(caller, 'expungeReport') && before === undefined && (
              <Expunge
                {...report}
                isExpunged={timesExpunged(items) > 0}
                onOrdered={() => {
                  setBefore(timesExpunged(items));
                  history.refresh();
                }}
              />
            )}
          </>
        );
      }}
    </Shown>
  );
}

function timesExpunged(items: readonly HistoryItem[]): number {
  return items.filter(({ happened }) => happened === 'expungement completed').length;
}

function NothingFiled({ ori, number }: ReportName) {
  return (
    <Empty title="Nothing was filed under this number">
      <p>
        Check the number and the agency. A report that was rejected is not on file: its{' '}
        <a href={`findings?${new URLSearchParams({ agency: ori, report: number })}`}>findings</a> say why.
      </p>
    </Empty>
  );
}
