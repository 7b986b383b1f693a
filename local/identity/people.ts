import { createHash } from 'node:crypto';

/** Somebody who may sign in. */
export interface LocalPerson {
  name: string;
  username: string;
  /** Roles, and the ORIs of the agencies they work for. */
  groups: readonly string[];
}

/** A program that may upload by itself. */
export interface LocalMachine {
  clientId: string;
  secret: string;
}

/** What identifies a person for good: the same at every start, and of the form that a user pool gives. */
export function subjectOf({ username }: LocalPerson): string {
  const hash = createHash('sha256').update(username).digest('hex');
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `4${hash.slice(13, 16)}`,
    `8${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-');
}
