import { useEffect, useState } from 'preact/hooks';

interface Sample {
  name: string;
  /** Whose file it is. */
  agency: string;
  description: string;
}

interface SamplesProps {
  /** Whether files of an agency may be sent. */
  mayUse(ori: string): boolean;
  onFile(file: File): void;
}

/** Offers files to try, where the repository has some: one that runs on a computer of one's own. */
export function Samples({ mayUse, onFile }: SamplesProps) {
  const [all, setSamples] = useState<Sample[]>([]);
  const samples = all.filter(({ agency }) => mayUse(agency));
  useEffect(() => {
    void listSamples().then(setSamples);
  }, []);
  if (samples.length === 0) return null;
  const take = async ({ name }: Sample) => {
    const response = await fetch(`samples/${encodeURIComponent(name)}`);
    if (response.ok) onFile(new File([await response.blob()], name, { lastModified: 0 }));
  };
  return (
    <details class="more samples">
      <summary>No file at hand? Take a sample</summary>
      <ul>
        {samples.map((sample) => (
          <li key={sample.name}>
            <button type="button" class="usa-button usa-button--unstyled" onClick={() => void take(sample)}>
              {sample.name}
            </button>{' '}
            {sample.description}
          </li>
        ))}
      </ul>
    </details>
  );
}

async function listSamples(): Promise<Sample[]> {
  const response = await fetch('samples/index.json', { headers: { Accept: 'application/json' } }).catch(
    () => undefined,
  );
  return response?.ok ? response.json() : [];
}
