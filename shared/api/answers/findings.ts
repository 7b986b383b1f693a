import { NotFoundError } from '../../errors.ts';
import type { AnswersTo } from '../routes/index.ts';

export function findingAnswers(): AnswersTo<'listFindings' | 'downloadFindings'> {
  const answer = async (): Promise<never> => {
    throw new NotFoundError('It is not built yet.');
  };
  return { listFindings: answer, downloadFindings: answer };
}
