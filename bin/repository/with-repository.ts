import { UsageError } from '../../shared/errors.ts';
import type { Repository, RepositoryOptions } from './repository.ts';

export interface UseOptions extends RepositoryOptions {
  /** The state whose repository it has to be; any where it is absent. */
  state?: string | undefined;
}

/**
 * Opens the repository in a directory, and closes it when `use` is done or has failed. Throws `UsageError` when there is
 * none, or one of another state.
 */
export async function withRepository<Result>(
  { state, ...options }: UseOptions,
  use: (repository: Repository) => Promise<Result>,
): Promise<Result> {
  // Loaded only when it is needed: with it come the AWS SDK and the local cloud.
  const { openRepository } = await import('./repository.ts');
  const repository = await openRepository(options);
  try {
    demandState(repository, state);
    return await use(repository);
  } finally {
    await repository.stop();
  }
}

function demandState({ state }: Repository, wanted: string | undefined): void {
  if (wanted === undefined || wanted === state) return;
  const collected = state ? `the elements of ${state}` : 'no state elements';
  throw new UsageError(`The repository is not that of ${wanted}: it collects ${collected}.`);
}
