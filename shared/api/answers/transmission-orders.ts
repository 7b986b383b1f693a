import { NotFoundError } from '../../errors.ts';
import type { AnswersTo } from '../routes/index.ts';

export function transmissionOrders(): AnswersTo<
  'startTransmission' | 'holdTransmission' | 'releaseTransmission' | 'forwardTransmission' | 'requestExtract'
> {
  const answer = async (): Promise<never> => {
    throw new NotFoundError('It is not built yet.');
  };
  return {
    startTransmission: answer,
    holdTransmission: answer,
    releaseTransmission: answer,
    forwardTransmission: answer,
    requestExtract: answer,
  };
}
