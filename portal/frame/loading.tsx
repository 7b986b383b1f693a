/** Says that something is loading, once it takes long enough to be noticed. */
export function Loading({ what }: { what: string }) {
  return (
    <p class="loading" role="status">
      <span class="loading__sign" aria-hidden="true" />
      Loading {what} …
    </p>
  );
}
