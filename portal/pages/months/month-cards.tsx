import { counted } from '../../../shared/count-words.ts';
import { AgencyLink } from '../../parts/agency-link.tsx';
import { Select } from '../../parts/fields.tsx';
import { wordsOf } from '../../parts/month-words.ts';
import { StatusTag } from '../../parts/status-tag.tsx';
import { agencyName, monthName } from '../../parts/words.ts';
import type { Chosen } from './chosen.ts';
import type { AgencyRow } from './filter-agencies.ts';

interface Props {
  agencies: readonly AgencyRow[];
  /** The one that is shown; the first where it is not among them. */
  ori: string | undefined;
  onAgency(ori: string): void;
  onMonth(chosen: Chosen): void;
}

/** The months of one agency, the newest first, where there is no room for all of them. */
export function MonthCards({ agencies, ori, onAgency, onMonth }: Props) {
  const agency = agencies.find((row) => row.ori === ori) ?? agencies[0];
  if (!agency) return null;
  return (
    <>
      {agencies.length > 1 && (
        <Select
          label="Agency"
          value={agency.ori}
          options={agencies.map((row) => [row.ori, agencyName(row)] as const)}
          onChange={onAgency}
        />
      )}
      <h3>
        <AgencyLink {...agency} />
      </h3>
      <ul class="month-cards">
        {agency.months.toReversed().map((month) => {
          const { word, tone } = wordsOf(month);
          return (
            <li key={month.period}>
              <button type="button" onClick={() => onMonth({ agency, period: month.period })}>
                <span class="month-cards__name">{monthName(month.period)}</span>
                <StatusTag tone={tone}>{word}</StatusTag>
                {month.open > 0 && <span>{counted(month.open, 'report')}</span>}
                {month.daysLate > 0 && <span>{counted(month.daysLate, 'day')} late</span>}
              </button>
            </li>
          );
        })}
      </ul>
    </>
  );
}
