/** Work that somebody has begun and that is gone with the page. */
export interface Work {
  /** It goes on by itself, with nobody at the keyboard. */
  readonly isSending: boolean;
  /** Something of it is not done. */
  readonly isUnfinished: boolean;
}

const works: Work[] = [];

/** Has the portal look after work for as long as it is open. */
export function lookAfter(work: Work): void {
  works.push(work);
}

/** Whether something goes on by itself. */
export function isUnderWay(): boolean {
  return works.some(({ isSending }) => isSending);
}

/** Whether something would be lost with the page: work, or what was typed into a form. Filters are in the address. */
export function isUnfinished(): boolean {
  const fields = document.querySelectorAll<HTMLInputElement>('main form:not(.filters) input[type=text]');
  return works.some((work) => work.isUnfinished) || [...fields].some(({ value }) => value.trim() !== '');
}
