import { NotFoundError } from '../../errors.ts';
import type { AnswersTo } from '../routes/index.ts';

export function operationAnswers(): AnswersTo<'readCaller' | 'readOperations' | 'readStatistics'> {
  const answer = async (): Promise<never> => {
    throw new NotFoundError('It is not built yet.');
  };
  return { readCaller: answer, readOperations: answer, readStatistics: answer };
}
