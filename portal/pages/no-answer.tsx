import type { Problem } from '../api.ts';
import { Page } from '../frame/page.tsx';
import { ProblemAlert } from '../frame/problem.tsx';

/** In place of the portal when it could not be found out who is calling. */
export function NoAnswer({ problem }: { problem: Problem }) {
  return (
    <Page title="The repository does not answer">
      <ProblemAlert problem={problem} retry={() => location.reload()} />
    </Page>
  );
}
