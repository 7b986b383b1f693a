/** Leads whoever sent a form to the first field of it that is mistaken, once that says so. */
export function focusMistake(form: EventTarget | null): void {
  requestAnimationFrame(() => {
    if (form instanceof HTMLElement) form.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  });
}
