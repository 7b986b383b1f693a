import { ProblemAlert } from '../frame/problem.tsx';
import type { List } from './use-list.ts';

/** Below a list that may go on. */
export function ShowMore({
  list,
}: {
  list: Pick<List<'listFindings' | 'listSubmissions'>, 'more' | 'problem' | 'isLoadingMore'>;
}) {
  const { more, problem, isLoadingMore } = list;
  if (!more) return null;
  return (
    <>
      {problem && <ProblemAlert problem={problem} />}
      <p class="show-more">
        <button
          type="button"
          class="usa-button usa-button--outline"
          aria-disabled={isLoadingMore}
          onClick={() => void more()}
        >
          {isLoadingMore ? 'Loading …' : 'Show more'}
        </button>
      </p>
    </>
  );
}
