import { count, counted } from '../../../shared/count-words.ts';
import { type Month, wordsOf } from '../../parts/month-words.ts';
import { monthName, shortMonthName } from '../../parts/words.ts';

/** The months of an agency, the newest first; each leads to its findings. */
export function MonthStrip({ ori, months }: { ori: string; months: readonly Month[] }) {
  return (
    <ol class="month-strip">
      {months.toReversed().map((month) => {
        const { word, tone } = wordsOf(month);
        return (
          <li key={month.period}>
            <a class={`status--${tone}`} href={`findings?agency=${ori}&period=${month.period}`}>
              <abbr title={monthName(month.period)}>
                {shortMonthName(month.period)} {month.period.slice(0, 4)}
              </abbr>
              <b>{word}</b>
              {month.open > 0 && <span>{counted(month.open, 'report')}</span>}
              {month.daysLate > 0 && <span>{count(month.daysLate)} d late</span>}
            </a>
          </li>
        );
      })}
    </ol>
  );
}
