import type { Problem } from '../../api.ts';
import { StatusTag } from '../../parts/status-tag.tsx';

/** Why something was not done with a file, and what to do. */
export function Failed({ tag, problem: { title, detail } }: { tag: string; problem: Problem }) {
  return (
    <p role="alert">
      <StatusTag tone="bad">{tag}</StatusTag> {title}. {detail}
    </p>
  );
}
