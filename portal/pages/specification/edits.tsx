import { counted } from '../../../shared/count-words.ts';
import { Severity } from '../../parts/findings/severity.tsx';
import { Empty } from '../../parts/notice.tsx';
import { StatusTag } from '../../parts/status-tag.tsx';
import type { PublishedEdit } from '../../published.ts';
import { finding } from './find.ts';

/** The FBI's numbers: what each says, and what to do about it. */
export function Edits({ edits, find }: { edits: readonly PublishedEdit[]; find: string }) {
  const found = finding(edits, find, textOf);
  return (
    <>
      <p role="status">
        {found.length === edits.length
          ? `All ${counted(edits.length, 'edit')}`
          : `${found.length} of ${counted(edits.length, 'edit')}`}
      </p>
      {found.length === 0 && <Empty title="No edit is like that" />}
      <ul class="edits">
        {found.map((edit) => (
          <li key={edit.code}>
            <Edit edit={edit} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Edit({
  edit: { code, severity, segment, elements, message, hint, source, isActive },
}: {
  edit: PublishedEdit;
}) {
  return (
    <>
      <h2>
        <span class="figures">{code}</span>{' '}
        {isActive && severity ? <Severity of={severity} /> : <StatusTag tone="quiet">Never found</StatusTag>}
      </h2>
      <p>{message}</p>
      {hint && <p>{hint}</p>}
      <p class="quiet">
        {[
          `Of ${segment}`,
          ...elements.map(({ number, name }) => (/\d/.test(number) ? `element ${number} ${name}` : name)),
          `FBI: ${source}`,
        ].join(' · ')}
      </p>
    </>
  );
}

function textOf({ code, severity, segment, elements, message, hint }: PublishedEdit): string {
  return [code, severity, segment, message, hint, ...elements.flatMap(({ number, name }) => [number, name])].join(' ');
}
