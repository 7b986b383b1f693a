/** Icons of USWDS (Apache 2.0), those in use. */
const shapes = {
  account:
    'M12 2C6.48 2 2 6.48 2 12s4.48 10 10 10 10-4.48 10-10S17.52 2 12 2zm0 4c1.93 0 3.5 1.57 3.5 3.5S13.93 13 12 13s-3.5-1.57-3.5-3.5S10.07 6 12 6zm0 14c-2.03 0-4.43-.82-6.14-2.88a9.947 9.947 0 0 1 12.28 0C16.43 19.18 14.03 20 12 20z',
  close: 'M19 6.41 17.59 5 12 10.59 6.41 5 5 6.41 10.59 12 5 17.59 6.41 19 12 13.41 17.59 19 19 17.59 13.41 12z',
  menu: 'M3 18h18v-2H3v2zm0-5h18v-2H3v2zm0-7v2h18V6H3z',
};

/** A sign beside words; never instead of them. */
export function Icon({ of }: { of: keyof typeof shapes }) {
  return (
    <svg class="usa-icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={shapes[of]} />
    </svg>
  );
}
