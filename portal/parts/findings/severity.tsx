import { StatusTag } from '../status-tag.tsx';

/** Whether it is an error, which keeps a report off file, or a warning. */
export function Severity({ of }: { of: 'error' | 'warning' }) {
  return of === 'error' ? <StatusTag tone="bad">Error</StatusTag> : <StatusTag tone="warn">Warning</StatusTag>;
}
