import { UsageError } from '../../errors.ts';
import { oriPattern } from '../model/index.ts';

/** The parts of a file name as the FBI requires it (specification 1, file naming convention). */
export interface FileName {
  /** ORI or other identifier of who sends, nine characters. */
  submitter: string;
  /** Day the file was made, YYYYMMDD. */
  date: string;
  /** Further words between the format and the series, as in `..._NIBRS_HATE_011.txt`. */
  additional?: string | undefined;
  /** Which of the year's files it is, from 1 to 999. */
  series: number;
}

export type ParsedFileName = ({ ok: true } & FileName) | { ok: false; reason: string };

const PATTERN =
  /^(?<submitter>[^_]+)_(?<date>[^_]+)_(?<format>[^_]+)(?:_(?<additional>[A-Za-z0-9]+(?:_[A-Za-z0-9]+)*))?_(?<series>[^_]+)\.txt$/;

/** The parts of a file's name, or the first reason why it is none that the FBI takes. The name is without folders. */
export function parseFileName(name: string): ParsedFileName {
  if (name.includes(' ')) return refuse('it contains a blank');
  const parts = PATTERN.exec(name)?.groups;
  if (parts === undefined) return refuse('it does not have the form SUBMITTER_YYYYMMDD_NIBRS_NNN.txt');

  const { submitter = '', date = '', format, additional, series = '' } = parts;
  if (!oriPattern.test(submitter)) return refuse('the submitter is not nine capital letters and digits');
  if (!/^\d{4}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/.test(date)) return refuse('the date is not a day as YYYYMMDD');
  if (format !== 'NIBRS') return refuse('the third part is not NIBRS');
  if (!/^\d{3}$/.test(series) || series === '000') return refuse('the series number is not 001 to 999');
  return { ok: true, submitter, date, additional, series: Number(series) };
}

function refuse(reason: string): ParsedFileName {
  return { ok: false, reason };
}

/** The name of a file to send, `MOUCR0001_20261105_NIBRS_011.txt`. Throws `UsageError` when a part does not conform. */
export function formatFileName({ submitter, date, additional, series }: FileName): string {
  const parts = [submitter, date, 'NIBRS', ...(additional ? [additional] : []), String(series).padStart(3, '0')];
  const name = `${parts.join('_')}.txt`;
  const parsed = parseFileName(name);
  if (!parsed.ok) throw new UsageError(`${name} is no name for a file to the FBI: ${parsed.reason}.`);
  return name;
}
