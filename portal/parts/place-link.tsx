import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';

interface Props {
  /** The id of what is led to. */
  to: string;
  children?: ComponentChildren;
}

/** A link to a place in the same page. As the page has a base, the browser would leave for the base otherwise. */
export function PlaceLink({ to, children }: Props) {
  const go = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    history.replaceState(history.state, '', `${location.pathname}${location.search}#${to}`);
    show(to);
  };
  return (
    <a href={`${location.pathname}${location.search}#${to}`} onClick={go}>
      {children}
    </a>
  );
}

/** Goes to the place that the address names, once it is there. */
export function useNamedPlace(isThere: boolean): void {
  useEffect(() => {
    const id = decodeURIComponent(location.hash.slice(1));
    if (isThere && id) show(id);
  }, [isThere]);
}

function show(id: string): void {
  const place = document.getElementById(id);
  place?.scrollIntoView();
  place?.focus({ preventScroll: true });
}
