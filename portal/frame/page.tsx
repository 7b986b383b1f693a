import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';

interface Props {
  /** The heading, and the title of the window. */
  title: string;
  /** One sentence below it. */
  lead?: ComponentChildren;
  children?: ComponentChildren;
}

/** What every page is: a heading, which is given the focus when one comes here from another page, and its content. */
export function Page({ title, lead, children }: Props) {
  useEffect(() => {
    document.title = `${title} · NIBRS repository`;
  }, [title]);
  return (
    <>
      <h1 tabIndex={-1}>{title}</h1>
      {lead && <p class="usa-intro">{lead}</p>}
      {children}
    </>
  );
}

/** Where a screen reader goes on reading after the page has changed. */
export function focusHeading(): void {
  document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
}
