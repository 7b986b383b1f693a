import type { ComponentChildren } from 'preact';

interface Props {
  kind: 'info' | 'success' | 'warning' | 'error';
  title?: string;
  /** Whether it came by itself, or after a button was pressed: it is read out then. */
  isNews?: boolean;
  children?: ComponentChildren;
}

/** Something to know before the rest. */
export function Notice({ kind, title, isNews = false, children }: Props) {
  return (
    <div class={`usa-alert usa-alert--${kind}`} role={isNews ? 'status' : undefined}>
      <div class="usa-alert__body">
        {title && <h2 class="usa-alert__heading">{title}</h2>}
        <div class="usa-alert__text">{children}</div>
      </div>
    </div>
  );
}

/** In place of what there is none of: why, and what to do. */
export function Empty({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <div class="empty">
      <p class="empty__title">{title}</p>
      {children}
    </div>
  );
}
