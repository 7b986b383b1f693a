import type { Payload } from '../../events/catalog.ts';
import type { Period } from '../nibrs/model/index.ts';

/** What is to be handed over: a sealed file and where it is in the outbox. */
export interface SealedFile
  extends Pick<Payload<'TransmissionSealed'>, 'fileName' | 'key' | 'manifestKey' | 'sha256' | 'bytes'> {
  transmission: string;
  period: Period;
}

/** What a receiver that takes reports one by one says of one of them. */
export interface ReceivedDocument {
  /** Stream and part of the report. */
  stream: string;
  part: string;
  /** What the receiver calls it. */
  name: string;
  status: 'accepted' | 'warnings' | 'errors' | 'processing';
}

/** That a file was handed over, whole. */
export interface Receipt {
  /** What the receiver calls it, to ask it by. */
  reference: string;
  /** ISO 8601, UTC. */
  at: string;
  /** None where the receiver takes whole files and answers with files later. */
  documents?: readonly ReceivedDocument[];
}

/**
 * Hands sealed files over to the FBI, or to whoever takes them there. It may fail at any point and is asked again, so it
 * is asked what has arrived before anything is sent a second time.
 */
export interface Forwarder {
  /** How, in the words that are kept on record: `outbox`. */
  readonly method: string;
  /** The receipt of a file that an earlier attempt has handed over; undefined when it did not arrive whole. */
  find(file: SealedFile): Promise<Receipt | undefined>;
  /** Hands a file over, or the rest of it where an earlier attempt was cut short. Throws when it may not have arrived. */
  forward(file: SealedFile): Promise<Receipt>;
}
