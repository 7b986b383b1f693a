import type { ComponentChildren } from 'preact';

interface Props {
  /** What it shows; read out before it. */
  caption: string;
  /** Whether everybody is to read the caption: a heading above says it otherwise. */
  showCaption?: boolean;
  /** Extra classes of the box that scrolls. */
  class?: string;
  children: ComponentChildren;
}

/** A table which scrolls in its own box where the window is narrower, with the keyboard as well. */
export function Table({ caption, showCaption = false, class: extra = '', children }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: who has no mouse scrolls it by the arrow keys
    // biome-ignore lint/a11y/useSemanticElements: every section is a landmark, and there may be many tables
    <div class={`table-box ${extra}`} role="group" aria-label={caption} tabIndex={0}>
      <table class="usa-table usa-table--borderless">
        <caption class={showCaption ? '' : 'usa-sr-only'}>{caption}</caption>
        {children}
      </table>
    </div>
  );
}

interface SortHeaderProps {
  /** What the column is called, in words and in the address. */
  title: string;
  by: string;
  sorted: string;
  onSort(by: string): void;
  /** Whether the largest comes first. */
  falling?: boolean;
  number?: boolean;
}

/** The head of a column by which the rows can be sorted. */
export function SortHeader({ title, by, sorted, onSort, falling = false, number = false }: SortHeaderProps) {
  const isSorted = sorted === by;
  const direction = falling ? 'descending' : 'ascending';
  return (
    <th scope="col" class={number ? 'number' : ''} aria-sort={isSorted ? direction : undefined}>
      <button type="button" class="sort usa-button usa-button--unstyled" onClick={() => onSort(by)}>
        {title}
        <span aria-hidden="true">{isSorted ? (falling ? ' ▼' : ' ▲') : ' ↕'}</span>
      </button>
    </th>
  );
}
