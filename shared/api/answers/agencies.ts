import { NotFoundError } from '../../errors.ts';
import type { AnswersTo } from '../routes/index.ts';

export function agencyAnswers(): AnswersTo<'listAgencies' | 'readAgency'> {
  const answer = async (): Promise<never> => {
    throw new NotFoundError('It is not built yet.');
  };
  return { listAgencies: answer, readAgency: answer };
}
