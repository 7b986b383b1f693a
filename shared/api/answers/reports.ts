import { NotFoundError } from '../../errors.ts';
import type { AnswersTo } from '../routes/index.ts';

export function reportAnswers(): AnswersTo<'readHistory' | 'listAccesses'> {
  const answer = async (): Promise<never> => {
    throw new NotFoundError('It is not built yet.');
  };
  return { readHistory: answer, listAccesses: answer };
}
