import { byteSize } from '../parts/words.ts';

/** As the API has it (`shared/api/routes/uploads.ts`), whose checks a browser is spared. */
const largestFile = 5 * 2 ** 30;

/** Why a file cannot be sent, and what to do; undefined when nothing speaks against it. */
export function whyUnfit({ name, size }: Pick<File, 'name' | 'size'>): string | undefined {
  if (size === 0) return 'The file is empty. Export it again from your records system.';
  if (size > largestFile) return `The file is larger than ${byteSize(largestFile)}. Split it, for example by month.`;
  if (name.length > 200) return 'The file’s name is longer than 200 characters. Rename it and choose it again.';
  return undefined;
}
