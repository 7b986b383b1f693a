import { InvalidMessageError } from '../errors.ts';

/** What the key of an answer says. */
export interface AnswerKey {
  /** Name of the FBI file that it answers. */
  fileName: string;
  /** What the answer is called; anything but a slash. */
  answer: string;
}

/** The key in the bucket of answers: `answers/<name of the FBI file>/<any name>`. */
export function answerKey({ fileName, answer }: AnswerKey): string {
  return `answers/${fileName}/${answer}`;
}

/** The inverse of `answerKey`. Throws `InvalidMessageError` for any other key. */
export function parseAnswerKey(key: string): AnswerKey {
  const [, fileName, answer] = /^answers\/([^/]+)\/([^/]+)$/.exec(key) ?? [];
  if (fileName !== undefined && answer !== undefined) return { fileName, answer };
  throw new InvalidMessageError(`Object ${key} is not at answers/<name of the FBI file>/<any name>. Upload it there.`);
}
