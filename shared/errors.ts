/**
 * Every error this project throws on purpose. `code` is stable and machine-readable, `retryable` says whether doing the
 * same thing again may help, and the message says what is wrong, where, and what to do. Never put a person's data or a
 * state-only value in a message.
 */
export abstract class NibrsLedgerError extends Error {
  abstract readonly code: string;
  readonly retryable: boolean = false;

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** The caller gave something this command cannot work with: a missing file, an unknown option, a bad period. */
export class UsageError extends NibrsLedgerError {
  readonly code = 'usage';
}

/** A setting (environment variable, stack parameter, template) is missing or wrong. */
export class ConfigurationError extends NibrsLedgerError {
  readonly code = 'configuration';
}

/** A queue message, stored event or API body does not have the shape its schema demands. Retrying cannot help. */
export class InvalidMessageError extends NibrsLedgerError {
  readonly code = 'invalid-message';
}

/** What is stored contradicts itself: a gap in a stream, a document that does not open, a missing object. */
export class CorruptDataError extends NibrsLedgerError {
  readonly code = 'corrupt-data';
}

/** Somebody else wrote first, or a store is not consistent yet. Doing the same again is right. */
export class TryAgainError extends NibrsLedgerError {
  readonly code = 'try-again';
  override readonly retryable = true;
}

/** There is no such thing, or none that this caller may know of. */
export class NotFoundError extends NibrsLedgerError {
  readonly code = 'not-found';
}

/** The caller may not do this. */
export class NotAllowedError extends NibrsLedgerError {
  readonly code = 'not-allowed';
}

/** True when `error` is ours and says that repeating may help. */
export function isRetryable(error: unknown): boolean {
  return error instanceof NibrsLedgerError && error.retryable;
}
