const inZone = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'short' });

/** A time in the zone of whoever reads it, with that of the ledger as its title. */
export function Time({ at }: { at: string }) {
  return (
    <time class="figures" dateTime={at} title={`${at.slice(0, 16).replace('T', ' ')} UTC`}>
      {inZone.format(new Date(at))}
    </time>
  );
}
