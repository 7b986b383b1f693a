import type { ComponentChildren } from 'preact';
import { columnsLabel, elementLabel, placeLabel } from '../../../shared/findings/labels.ts';
import type { Finding } from '../../../shared/nibrs/finding.ts';
import { Severity } from './severity.tsx';

interface Props {
  finding: Finding;
  /** Whose finding it is; ours where nothing is said. */
  source?: 'repository' | 'fbi';
  /** What can be done about it, what was, and the record it is in. */
  children?: ComponentChildren;
}

/** A finding: what is wrong and what to do in plain words first, then number, element and place. */
export function FindingItem({ finding, source, children }: Props) {
  const { code, severity, message, hint, columns } = finding;
  return (
    <li class={`finding finding--${severity}`}>
      <p class="finding__message">
        <Severity of={severity} /> {message}
      </p>
      <p class="finding__hint">{hint}</p>
      <p class="finding__place">
        <span>
          {source === 'fbi' ? 'Found by the FBI, number ' : 'Number '}
          <CodeLink code={code} />
        </span>
        {finding.element && <span>Element {elementLabel(finding)}</span>}
        <span class="finding__where">{placeLabel(finding)}</span>
        {columns && <span>{columnsLabel(columns)}</span>}
      </p>
      {children}
    </li>
  );
}

/** Leads to what a number says: those of the FBI are explained one by one, those of a state with its elements. */
export function CodeLink({ code }: { code: string }) {
  const view = /^\d{3,4}$/.test(code) ? `view=edits&find=${code}` : `find=${encodeURIComponent(code)}`;
  return <a href={`specification?${view}`}>{code}</a>;
}
