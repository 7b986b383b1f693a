import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { UsageError } from '../../shared/errors.ts';

/** What a repository was last started with, kept in its directory for commands that use it without starting it anew. */
const settings = z.object({
  /** State profile, two letters; absent where no state elements are collected. */
  state: z.string().optional(),
  /** ORI of the state program. */
  submitter: z.string(),
});
export type Settings = z.infer<typeof settings>;

/** Keeps the settings in the repository's directory, which is made when it is not there. */
export async function keepSettings(directory: string, { state, submitter }: Settings): Promise<void> {
  await mkdir(directory, { recursive: true });
  writeFileSync(settingsFile(directory), `${JSON.stringify({ state, submitter })}\n`);
}

/** The settings of the repository in a directory. Throws `UsageError`, which says `none`, when there is none. */
export function readSettings(
  directory: string,
  none = `There is no repository in ${directory}. Name its directory with --data; nibrs serve and nibrs run make one.`,
): Settings {
  if (!existsSync(settingsFile(directory))) throw new UsageError(none);
  return settings.parse(JSON.parse(readFileSync(settingsFile(directory), 'utf8')));
}

/** Where the settings are. */
export function settingsFile(directory: string): string {
  return join(directory, 'repository.json');
}
