import type { ComponentChildren } from 'preact';

/** What a status is like: its colors; the words say which it is. */
export type Tone = 'good' | 'done' | 'busy' | 'warn' | 'bad' | 'quiet';

/** A status in words. */
export function StatusTag({ tone, children }: { tone: Tone; children: ComponentChildren }) {
  return <span class={`status status--${tone}`}>{children}</span>;
}
