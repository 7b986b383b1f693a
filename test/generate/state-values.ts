import type { SubmittedReport } from '../../shared/nibrs/model/index.ts';
import type { StateElement, StateProfile } from '../../shared/state/declaration.ts';
import { elementOf } from '../../shared/state/declaration.ts';
import { type Subject, subjectsOf } from '../../shared/state/described.ts';
import type { StateHalf, StateValue } from '../../shared/state/index.ts';
import type { Draw } from './draw.ts';

/** A state half that suits a report, whatever the profile: all elements of everyone whom the profile describes. */
export function drawStateHalf(draw: Draw, profile: StateProfile, report: SubmittedReport): StateHalf | undefined {
  const values = profile.segments.flatMap((segment) =>
    subjectsOf(report, segment.describes).flatMap((subject) => {
      // Where nothing was determined, nothing was determined in any way.
      const determined = draw.chance(0.6);
      return segment.elements.map((id) => stateValue(draw, elementOf(profile, id), subject, determined));
    }),
  );
  return values.length > 0 ? { profile: profile.state, version: profile.version, values } : undefined;
}

function stateValue(draw: Draw, { id, format }: StateElement, sequence: Subject, determined: boolean): StateValue {
  const value = format.kind === 'decimal' ? drawDecimal(draw, format) : drawCode(draw, format, determined);
  return sequence === undefined ? { element: id, value } : { element: id, sequence, value };
}

type Decimal = Extract<StateElement['format'], { kind: 'decimal' }>;
type CodeList = Extract<StateElement['format'], { kind: 'codes' }>;

function drawDecimal(draw: Draw, { minimum, maximum, decimals }: Decimal): string {
  const scale = 10 ** decimals;
  return (draw.integer(Math.ceil(minimum * scale), Math.floor(maximum * scale)) / scale).toFixed(decimals);
}

function drawCode(draw: Draw, { codes, notDetermined }: CodeList, determined: boolean): string {
  if (!determined && notDetermined !== undefined) return notDetermined;
  const [first = '', ...others] = Object.keys(codes).filter((code) => code !== notDetermined);
  return draw.pick([first, ...others]);
}
