import type { Clock } from '../../shared/ports.ts';
import type { InputFile } from '../input.ts';
import type { OwnRepository, Repository } from '../repository/repository.ts';
import { countFile, listSubmissions, readSubmission, submitFile } from '../repository/submissions.ts';
import { readTransmission } from '../repository/transmissions.ts';
import type { Home } from './home-page.ts';

/** All that the home page shows. A month is shown when a submission was filed for it. */
export async function readHome({ repository, clock }: { repository: OwnRepository; clock: Clock }): Promise<Home> {
  const ids = await listSubmissions(repository);
  const submissions = await Promise.all(ids.map((id) => readSubmission(repository, id)));
  const periods = new Set(submissions.flatMap(({ split }) => (split ? [split.period] : [])));
  const months = await Promise.all(
    [...periods].toSorted().map(async (period) => ({
      period,
      agencies: await repository.months.summaries(period),
      transmission: await readTransmission(repository, { period, year: clock().getUTCFullYear() }),
    })),
  );
  return { submissions, months, deadLetters: await repository.deadLetters() };
}

/** Submits uploaded files, one after the other. */
export async function submitUploads(repository: Repository, files: readonly InputFile[]): Promise<void> {
  for (const file of files) {
    const { sha256 } = await countFile(file, new Set());
    await submitFile(repository, file, sha256);
  }
}
