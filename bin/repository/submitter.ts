import { readRecords } from '../../shared/nibrs/flatfile/records.ts';
import type { InputFile } from '../input.ts';

/** Stands where no state can be told; only when no file has a readable ORI, and then there is nothing to send. */
const unknownState = 'XX';

/**
 * The ORI that files to the FBI are named after, when none is given: `MOUCR0001` for Missouri. The state is the one
 * given, or the one which the first readable ORI of the files begins with.
 */
export async function defaultSubmitter(state: string | undefined, files: readonly InputFile[]): Promise<string> {
  return `${state ?? (await firstState(files)) ?? unknownState}UCR0001`;
}

async function firstState(files: readonly InputFile[]): Promise<string | undefined> {
  for (const file of files) {
    // Breaking off the loop closes the file.
    for await (const records of readRecords(file.open())) {
      const ori = records.map(({ text }) => text.slice(16, 25)).find((text) => /^[A-Z]{2}[A-Z0-9]{7}$/.test(text));
      if (ori) return ori.slice(0, 2);
      break;
    }
  }
  return undefined;
}
