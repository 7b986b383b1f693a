import { useRoute } from 'preact-iso';
import { Page } from '../../frame/page.tsx';
import { Shown } from '../../frame/shown.tsx';
import { Changes } from '../../parts/changes.tsx';
import { Empty } from '../../parts/notice.tsx';
import { StatusTag } from '../../parts/status-tag.tsx';
import { isUnderWay, stages } from '../../parts/transmission-words.ts';
import { monthName } from '../../parts/words.ts';
import { useCall } from '../../use-call.ts';
import { Answers } from './answers.tsx';
import { Decisions } from './decisions.tsx';
import { MadeAgain } from './made-again.tsx';
import { Manifest } from './manifest.tsx';
import { Orders } from './orders.tsx';
import { Refusal } from './refusal.tsx';

/** A file for the FBI: how far it is, what may be done with it, and what it says. */
export default function TransmissionPage() {
  const { file = '' } = useRoute().params;
  const called = useCall('readTransmission', { params: { file } }, isUnderWay);
  return (
    <Page title={file}>
      <Shown called={called} what="the transmission">
        {(transmission) => {
          const { stage, period, sealed, refusal, changes } = transmission;
          const { word, tone, next } = stages[stage];
          return (
            <>
              <p role="status">
                {monthName(period)} <StatusTag tone={tone}>{word}</StatusTag> {next}
              </p>
              <Orders transmission={transmission} onChanged={called.refresh} />
              {refusal && <Refusal refusal={refusal} />}
              <h2>What it says</h2>
              {changes.length > 0 ? (
                <Changes {...transmission} />
              ) : (
                <Empty title={sealed ? 'It says nothing of any report' : 'That is known once it is sealed'} />
              )}
              {sealed && <Manifest sealed={sealed} />}
              <Answers answers={transmission.answers} stage={stage} period={period} />
              <Decisions transmission={transmission} />
              {sealed && <MadeAgain file={file} />}
            </>
          );
        }}
      </Shown>
      <p>
        <a href="transmissions">All transmissions</a>
      </p>
    </Page>
  );
}
