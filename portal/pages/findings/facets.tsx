import { count, counted } from '../../../shared/count-words.ts';
import type { Reply } from '../../api.ts';
import { useQuery } from '../../parts/use-query.ts';
import { agencyName } from '../../parts/words.ts';
import { usePortal } from '../../portal-context.ts';
import type { filterIn } from './filter.ts';

type Totals = Reply<'listFindings'>['totals'];
type Counts = Totals['byCode'];

interface Props {
  totals: Totals;
  filter: ReturnType<typeof filterIn>;
}

/** So many are offered; the others are reached by the filters. */
const most = 12;

/** How often which number was found, and of whom; each leads to these alone. */
export function Facets({ totals: { byCode, byAgency }, filter: { code, agency } }: Props) {
  const { agencies } = usePortal().caller;
  const names = new Map(agencies?.map((each) => [each.ori, agencyName(each)]));
  return (
    <div class="facets">
      {code === undefined && byCode.length > 1 && <Facet title="By number" name="code" counts={byCode} />}
      {agency === undefined && byAgency.length > 1 && (
        <Facet
          title="By agency"
          name="agency"
          counts={byAgency.toSorted(mostFirst)}
          wordsOf={(ori) => names.get(ori)}
        />
      )}
    </div>
  );
}

interface FacetProps {
  title: string;
  name: 'code' | 'agency';
  counts: Counts;
  wordsOf?: (name: string) => string | undefined;
}

function Facet({ title, name, counts, wordsOf }: FacetProps) {
  const { addressWith } = useQuery();
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <ul>
        {counts.slice(0, most).map((each) => (
          <li key={each.name}>
            <a href={addressWith({ [name]: each.name })}>
              <span class="figures">{wordsOf?.(each.name) ?? each.name}</span>{' '}
              <span class="facets__count">
                {[
                  each.errors > 0 && counted(each.errors, 'error'),
                  each.warnings > 0 && counted(each.warnings, 'warning'),
                ]
                  .filter(Boolean)
                  .join(', ')}
              </span>
            </a>
          </li>
        ))}
      </ul>
      {counts.length > most && <p class="quiet">and {count(counts.length - most)} more</p>}
    </section>
  );
}

function mostFirst(one: Counts[number], other: Counts[number]): number {
  return other.errors + other.warnings - one.errors - one.warnings;
}
