import { counted } from '../../shared/count-words.ts';
import { stageOf } from '../../shared/ledger/forwarding.ts';
import type { ListedTransmission } from '../../shared/ledger/list-transmissions.ts';
import type { CalendarEntry } from '../../shared/schedule/calendar.ts';
import type { Action } from '../../shared/schedule/messages.ts';
import type { ActionResult } from '../repository/calendar.ts';
import { table } from './table.ts';

const meanings: Record<Action, string> = {
  remind: 'list the agencies that owe something of the month before',
  close: 'build and seal the file of the month before',
  forward: 'hand over every sealed file that nobody holds',
};

/** The calendar, what is done next first. */
export function calendarLines(entries: readonly CalendarEntry[]): string[] {
  const columns = ['next (UTC)', 'what', 'days of every month', ''].map((title) => ({ title }));
  const inOrder = entries.toSorted((one, other) => one.next.getTime() - other.next.getTime());
  const rows = inOrder.map(({ action, days, next }) => [minute(next), action, days.join(', '), meanings[action]]);
  return table(columns, rows);
}

/** What is due next, on a line. */
export function nextLine(entries: readonly CalendarEntry[]): string {
  const [first] = entries.toSorted((one, other) => one.next.getTime() - other.next.getTime());
  return first ? `Next by the calendar: ${first.action}, ${minute(first.next)} UTC` : 'Nothing is in the calendar.';
}

/** What came of an action that a person asked for. */
export function actionLines(result: ActionResult): string[] {
  switch (result.action) {
    case 'remind': {
      const { period, expected, reported, reminders } = result.reminders;
      const rows = reminders.map(({ ori, name, why, open, daysLate }) => [
        ori,
        name ?? '',
        why,
        open === 0 ? '' : String(open),
        daysLate === 0 ? '' : String(daysLate),
      ]);
      const columns = ['agency', 'name', 'why', 'rejected', 'days late'].map((title) => ({ title }));
      return [
        `${period}: ${reported} of ${expected} agencies reported, ${counted(reminders.length, 'reminder')}`,
        `in the work bucket: ${result.key}`,
        ...(expected === 0 ? ['Nobody is expected to report: nibrs agencies load takes a list of agencies.'] : []),
        ...(rows.length > 0 ? ['', ...table(columns, rows)] : []),
      ];
    }
    case 'close': {
      const { transmission } = result;
      if (!transmission) return ['The FBI has everything: there is nothing to send.'];
      if (transmission.outcome === 'refused') return ['The file was not sealed: refused by the edits.'];
      const { fileName, reports, records, sha256 } = transmission.sealed;
      return [`${fileName}: ${counted(reports, 'report')} in ${counted(records, 'record')}`, `SHA-256 ${sha256}`];
    }
    case 'forward':
      return [
        ...(result.forwarded.length + result.waiting.length === 0 ? ['No file waits to be forwarded.'] : []),
        ...result.forwarded.map((transmission) => `${nameOf(transmission)} is forwarded.`),
        ...result.waiting.map((transmission) =>
          stageOf(transmission.state) === 'held'
            ? `${nameOf(transmission)} is held.`
            : `${nameOf(transmission)} waits for the one before it.`,
        ),
      ];
  }
}

/** The file of a transmission by its name. */
function nameOf({ number, state }: ListedTransmission): string {
  return state.started?.fileName ?? number.transmission;
}

function minute(time: Date): string {
  return time.toISOString().slice(0, 16).replace('T', ' ');
}
