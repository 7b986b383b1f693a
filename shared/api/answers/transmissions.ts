import { NotFoundError } from '../../errors.ts';
import type { AnswersTo } from '../routes/index.ts';

export function transmissionAnswers(): AnswersTo<
  'listTransmissions' | 'planTransmission' | 'readTransmission' | 'downloadTransmission' | 'readExtract'
> {
  const answer = async (): Promise<never> => {
    throw new NotFoundError('It is not built yet.');
  };
  return {
    listTransmissions: answer,
    planTransmission: answer,
    readTransmission: answer,
    downloadTransmission: answer,
    readExtract: answer,
  };
}
