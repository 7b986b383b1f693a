import { NotFoundError } from '../../errors.ts';
import type { AnswersTo } from '../routes/index.ts';

export function settlingAnswers(): AnswersTo<'settleWarning'> {
  const answer = async (): Promise<never> => {
    throw new NotFoundError('It is not built yet.');
  };
  return { settleWarning: answer };
}
