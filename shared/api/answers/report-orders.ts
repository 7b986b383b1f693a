import { NotFoundError } from '../../errors.ts';
import type { AnswersTo } from '../routes/index.ts';

export function reportOrders(): AnswersTo<'readElements' | 'expungeReport'> {
  const answer = async (): Promise<never> => {
    throw new NotFoundError('It is not built yet.');
  };
  return { readElements: answer, expungeReport: answer };
}
