import { count } from '../../../shared/count-words.ts';
import { Hash } from '../../parts/extract.tsx';
import { Facts } from '../../parts/facts.tsx';
import type { Transmission } from '../../parts/transmission-words.ts';
import { byteSize } from '../../parts/words.ts';

/** What the sealed file is. */
export function Manifest({ sealed }: { sealed: NonNullable<Transmission['sealed']> }) {
  return (
    <>
      <h2>The sealed file</h2>
      <Facts
        facts={[
          ['Reports', count(sealed.reports)],
          ['Records', count(sealed.records)],
          ['Size', byteSize(sealed.bytes)],
          ['State values left out', count(sealed.strippedStateElements)],
        ]}
      />
      <Hash of={sealed.sha256} />
    </>
  );
}
