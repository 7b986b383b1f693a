import type { Refusal } from '../intake/refusal.ts';
import type { TransmissionState } from '../ledger/transmissions.ts';
import type { Answer, DataSet } from '../nibrs/responses/index.ts';

/** An answer that can be taken, as far as it can be told without what it answers. */
export interface SoundAnswer extends Omit<Answer, 'faults'> {
  dataSet: DataSet;
}

/** The answer, or why nothing of it can be taken. */
export function checkAnswer({ dataSet, faults, ...answer }: Answer): SoundAnswer | Refusal {
  const [fault, ...others] = faults;
  if (dataSet === undefined) {
    return {
      reason: 'not-an-answer',
      message: 'No line of the file is of an error data set or of a warning data set.',
      hint: 'Hand in the file as the FBI sent it, and nothing that was made of it.',
    };
  }
  if (fault) {
    const more = others.length === 0 ? '' : ` Nor can ${others.length} more be read.`;
    return {
      reason: 'damaged',
      message: `Line ${fault.line} cannot be read: ${fault.fault}.${more}`,
      hint: 'Hand in the file as the FBI sent it. If it came so, ask the FBI for it once more.',
      record: fault.line,
    };
  }
  if (dataSet === 'errors' && answer.processedOn === undefined) {
    return {
      reason: 'not-closed',
      message: 'The error data set ends without the record that says that the FBI has processed the file.',
      hint: 'See that the copy is whole. If it is, the FBI may have lost the submission: have the FBI trace it.',
    };
  }
  return { dataSet, ...answer };
}

/** Why a transmission can have no answer; undefined when it can. */
export function notSealed({ sealed, refused }: TransmissionState): Refusal | undefined {
  if (sealed) return undefined;
  const why = refused ? 'did not pass the check before sealing' : 'is not sealed yet';
  return {
    reason: 'never-sealed',
    message: `The file that this is to answer ${why}, so it was never sent.`,
    hint: 'Hand the answer in under the name of the file that it answers.',
  };
}

/** It answers another file. */
export const otherFile: Refusal = {
  reason: 'other-file',
  message: 'None of the findings is about a report of the file that this is to answer.',
  hint: 'Hand the answer in under the name of the file that it answers.',
};
