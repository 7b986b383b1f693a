import { NotFoundError } from '../../errors.ts';
import type { AnswersTo } from '../routes/index.ts';

export function uploadAnswers(): AnswersTo<'openSubmission' | 'completeUpload' | 'readFile' | 'readSource'> {
  const answer = async (): Promise<never> => {
    throw new NotFoundError('It is not built yet.');
  };
  return { openSubmission: answer, completeUpload: answer, readFile: answer, readSource: answer };
}
