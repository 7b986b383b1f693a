import { basePath } from './base.ts';

/** What windows of the portal tell each other, in one browser: that somebody is there, and that they have signed out. */
export type WindowNews = 'somebody' | 'signed out';

const channel = new BroadcastChannel(`nibrs-ledger ${basePath}`);

export function tellWindows(news: WindowNews): void {
  channel.postMessage(news);
}

/** Calls `listener` with what other windows tell, until what it returns is called. */
export function hearWindows(listener: (news: WindowNews) => void): () => void {
  const hear = ({ data }: MessageEvent<WindowNews>) => listener(data);
  channel.addEventListener('message', hear);
  return () => channel.removeEventListener('message', hear);
}
