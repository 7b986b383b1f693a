import { useLayoutEffect, useRef } from 'preact/hooks';
import { columnsLabel } from '../../../shared/findings/labels.ts';
import type { Finding } from '../../../shared/nibrs/finding.ts';
import { type Piece, type Place, piecesOf, rulerOf } from './pieces.ts';

/** A line of a file. */
export interface RecordLine {
  /** Its number in the file, from 1. */
  record: number;
  text: string;
}

interface Props {
  /** What they are, for whoever hears the page. */
  label: string;
  lines: readonly RecordLine[];
  /** The columns of these are marked. */
  findings: readonly Finding[];
}

/** Lines of a file as they were sent, with what is wrong in them marked. They scroll in their own box. */
export function RecordLines({ label, lines, findings }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const mark = box.current?.querySelector('mark');
    if (!box.current || !mark) return;
    const { clientWidth: width } = box.current;
    const isInSight = mark.offsetLeft + mark.offsetWidth <= width;
    box.current.scrollLeft = isInSight ? 0 : mark.offsetLeft - width / 3;
  }, [lines]);
  const longest = Math.max(0, ...lines.map(({ text }) => text.length));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: who has no mouse scrolls it by the arrow keys
    // biome-ignore lint/a11y/useSemanticElements: it is no set of fields
    <div ref={box} class="records" role="group" aria-label={label} tabIndex={0}>
      <div class="records__line records__line--ruler" aria-hidden="true">
        <span class="records__number">column</span>
        <code>{rulerOf(longest)}</code>
      </div>
      {lines.map(({ record, text }) => (
        <div class="records__line" key={record}>
          <span class="records__number">
            <span class="usa-sr-only">Record </span>
            {record}
          </span>
          <code>
            {piecesOf(text, placesIn(findings, record)).map((piece) => (
              <MarkedPiece key={piece.columns[0]} piece={piece} />
            ))}
          </code>
        </div>
      ))}
    </div>
  );
}

function MarkedPiece({ piece: { columns, text, places } }: { piece: Piece }) {
  if (places.length === 0) return <>{text}</>;
  const severity = places.some((place) => place.severity === 'error') ? 'error' : 'warning';
  const found = places.map((place) => `${place.severity} ${place.code}`).join(', ');
  return (
    <mark class={`records__mark records__mark--${severity}`} title={`${columnsLabel(columns)}: ${found}`}>
      <span class="usa-sr-only">
        {' '}
        [{columnsLabel(columns)}, {found}:{' '}
      </span>
      {text}
      <span class="usa-sr-only">] </span>
    </mark>
  );
}

function placesIn(findings: readonly Finding[], record: number): Place[] {
  return findings.flatMap(({ record: its, columns, code, severity }) =>
    its === record && columns ? [{ columns, code, severity }] : [],
  );
}
