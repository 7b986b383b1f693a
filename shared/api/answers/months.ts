import { NotFoundError } from '../../errors.ts';
import type { AnswersTo } from '../routes/index.ts';

export function monthAnswers(): AnswersTo<'listMonths' | 'readCompleteness' | 'readQuality'> {
  const answer = async (): Promise<never> => {
    throw new NotFoundError('It is not built yet.');
  };
  return { listMonths: answer, readCompleteness: answer, readQuality: answer };
}
