import { count } from '../../../shared/count-words.ts';
import type { Reply } from '../../api.ts';
import { Shown } from '../../frame/shown.tsx';
import { AgencyLink } from '../../parts/agency-link.tsx';
import { CopyButton } from '../../parts/copy-button.tsx';
import { Figures } from '../../parts/facts.tsx';
import { Table } from '../../parts/table.tsx';
import { agencyCount, dayName, lastMonth, monthAfter, monthName } from '../../parts/words.ts';
import { useCall } from '../../use-call.ts';

type Complete = Reply<'readCompleteness'>;

interface Props {
  period: string;
  onChoose(period: string): void;
}

/** Who has reported a month, who has not, and whom to write to. */
export function Completeness({ period, onChoose }: Props) {
  const called = useCall('readCompleteness', { params: { period } });
  const before = monthAfter(period, -1);
  const after = monthAfter(period, 1);
  return (
    <section aria-labelledby="completeness">
      <div class="section-head">
        <h2 id="completeness">{monthName(period)}</h2>
        <div class="month-steps">
          <button type="button" class="usa-button usa-button--unstyled" onClick={() => onChoose(before)}>
            ← {monthName(before)}
          </button>
          {period <= lastMonth(new Date()) && (
            <button type="button" class="usa-button usa-button--unstyled" onClick={() => onChoose(after)}>
              {monthName(after)} →
            </button>
          )}
        </div>
      </div>
      <Shown called={called} what={monthName(period)}>
        {(complete) => (
          <>
            <p>{sentence(complete)}</p>
            <Figures
              figures={[
                ['expected', count(complete.expected)],
                ['reported', count(complete.reported)],
                ['missing', count(complete.missing.length)],
                ['late', count(complete.late.length)],
                ['reports rejected', `${count(complete.rejected)} of ${count(complete.submitted)}`],
              ]}
            />
            <Reminders complete={complete} />
          </>
        )}
      </Shown>
    </section>
  );
}

function sentence({ expected, reported, missing, due }: Complete): string {
  if (expected === 0) return 'No agency has to report this month. Take up the list of agencies first.';
  const who = `${count(reported)} of ${agencyCount(expected)} have reported`;
  if (missing.length === 0) return `${who}. Nobody is missing.`;
  return `${who}. ${count(missing.length)} ${missing.length === 1 ? 'is' : 'are'} missing. Due ${dayName(due)}.`;
}

function Reminders({ complete: { reminders, unexpected } }: { complete: Complete }) {
  const addresses = [...new Set(reminders.flatMap(({ contactEmail }) => contactEmail ?? []))];
  return (
    <>
      {reminders.length > 0 && (
        <details class="more">
          <summary>Whom to remind: {agencyCount(reminders.length)}</summary>
          {addresses.length > 0 && <CopyButton text={addresses.join('; ')} what="their addresses" />}
          <Table caption="Agencies to remind">
            <thead>
              <tr>
                <th scope="col">Agency</th>
                <th scope="col">Because</th>
                <th scope="col">Office</th>
                <th scope="col">E-mail</th>
              </tr>
            </thead>
            <tbody>
              {reminders.map(({ ori, name, why, contactOffice, contactEmail }) => (
                <tr key={ori}>
                  <th scope="row">
                    <AgencyLink ori={ori} name={name} />
                  </th>
                  <td>{why === 'nothing reported' ? 'Nothing was reported' : 'Reports are to correct'}</td>
                  <td>{contactOffice ?? 'Not known'}</td>
                  <td>{contactEmail ? <a href={`mailto:${contactEmail}`}>{contactEmail}</a> : 'Not known'}</td>
                </tr>
              ))}
            </tbody>
          </Table>
        </details>
      )}
      {unexpected.length > 0 && (
        <p>
          {agencyCount(unexpected.length)} reported and were not expected to:{' '}
          <span class="figures">{unexpected.join(', ')}</span>. They may be missing from the list of agencies.
        </p>
      )}
    </>
  );
}
