import { z } from 'zod';
import samplesByState from '../../samples/samples.json' with { type: 'json' };

const sample = z.object({
  /** Below `samples/`. */
  file: z.string(),
  agency: z.string(),
  /** What kind of agency it is. */
  office: z.string(),
  holds: z.string(),
});
export type Sample = z.infer<typeof sample>;

const samples = z.record(z.string(), z.array(sample)).parse(samplesByState);

/** The sample files of a state; Missouri's where no state's elements are kept, which have the most mistakes to learn from. */
export function samplesOf(state: string | undefined): readonly Sample[] {
  return samples[state ?? 'MO'] ?? [];
}
