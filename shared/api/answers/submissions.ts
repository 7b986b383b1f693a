import { NotFoundError } from '../../errors.ts';
import type { AnswersTo } from '../routes/index.ts';

export function submissionAnswers(): AnswersTo<'listSubmissions' | 'readSubmission'> {
  const answer = async (): Promise<never> => {
    throw new NotFoundError('It is not built yet.');
  };
  return { listSubmissions: answer, readSubmission: answer };
}
