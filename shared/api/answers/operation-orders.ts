import { NotFoundError } from '../../errors.ts';
import type { AnswersTo } from '../routes/index.ts';

export function operationOrders(): AnswersTo<'redriveQueue' | 'requestStatistics'> {
  const answer = async (): Promise<never> => {
    throw new NotFoundError('It is not built yet.');
  };
  return { redriveQueue: answer, requestStatistics: answer };
}
