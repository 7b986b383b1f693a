import { useMemo } from 'preact/hooks';
import { count, counted } from '../../../shared/count-words.ts';
import type { Reply } from '../../api.ts';
import { AgencyLink } from '../../parts/agency-link.tsx';
import { type Month, wordsOf } from '../../parts/month-words.ts';
import { Table } from '../../parts/table.tsx';
import { monthName, shortMonthName } from '../../parts/words.ts';
import type { Chosen } from './chosen.ts';
import type { AgencyRow } from './filter-agencies.ts';

interface Props {
  periods: Reply<'listMonths'>['periods'];
  agencies: readonly AgencyRow[];
  onMonth(chosen: Chosen): void;
}

/** Agencies by month, the newest first. One listener for all cells: there are thousands of them. */
export function Matrix({ periods, agencies, onMonth }: Props) {
  const byOri = useMemo(() => new Map(agencies.map((agency) => [agency.ori, agency])), [agencies]);
  // The same rows again are not looked at again when a cell is opened.
  const rows = useMemo(() => agencies.map((agency) => <Row key={agency.ori} agency={agency} />), [agencies]);
  const open = (event: Event) => {
    const { ori = '', period } = (event.target as Element).closest<HTMLElement>('[data-period]')?.dataset ?? {};
    const agency = byOri.get(ori);
    if (agency && period) onMonth({ agency, period });
  };
  return (
    <Table caption="How far each agency’s months are" class="matrix">
      <thead>
        <tr>
          <th scope="col">Agency</th>
          {periods.toReversed().map(({ period }) => (
            <th scope="col" key={period}>
              <abbr title={monthName(period)}>{shortMonthName(period)}</abbr>
              <span class="matrix__year">{period.slice(0, 4)}</span>
            </th>
          ))}
        </tr>
      </thead>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: buttons within take the keys, and these clicks are theirs */}
      <tbody onClick={open}>{rows}</tbody>
    </Table>
  );
}

function Row({ agency }: { agency: AgencyRow }) {
  return (
    <tr>
      <th scope="row">
        <AgencyLink {...agency} />
        {!agency.registered && <span class="quiet">Not registered</span>}
      </th>
      {agency.months.toReversed().map((month) => (
        <td key={month.period}>
          <Cell ori={agency.ori} month={month} />
        </td>
      ))}
    </tr>
  );
}

function Cell({ ori, month }: { ori: string; month: Month }) {
  const { word, tone } = wordsOf(month);
  const { open, daysLate, period } = month;
  return (
    <button type="button" class={`matrix__cell status--${tone}`} data-ori={ori} data-period={period}>
      <b>{word}</b>
      {open > 0 && <span>{counted(open, 'report')}</span>}
      {daysLate > 0 && <span>{count(daysLate)} d late</span>}
    </button>
  );
}
