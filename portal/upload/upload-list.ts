import { asProblem, type Problem } from '../api.ts';
import type { Checked } from '../check/checked.ts';
import type { Work } from '../unfinished.ts';
import type { WorkOptions } from '../work-on.ts';
import type { Progress, Sent } from './send-file.ts';
import { whyUnfit } from './unfit.ts';

/** How far a chosen file is. */
export type FileState =
  /** It cannot be sent as it is. */
  | { is: 'unfit'; why: string }
  | { is: 'chosen' }
  /** It is sent when those before it are. */
  | { is: 'waiting' }
  | Progress
  | ({ is: 'sent' } & Sent)
  | { is: 'failed'; problem: Problem };

/** How far the check of a file is that was not sent. */
export type CheckState =
  | { is: 'waiting' }
  | { is: 'checking'; share: number }
  | { is: 'checked'; checked: Checked }
  | { is: 'failed'; problem: Problem };

export interface ChosenFile {
  id: string;
  file: File;
  /** In whose name it is sent; nothing where that goes without saying. */
  agency?: string | undefined;
  state: FileState;
  check?: CheckState | undefined;
}

/** What is done with a file; both throw `Problem`, and what the signal was aborted with. */
export interface Doing {
  send(
    chosen: { file: File; agency: string | undefined },
    options: { signal: AbortSignal; tell(progress: Progress): void },
  ): Promise<Sent>;
  check(file: File, options: WorkOptions): Promise<Checked>;
}

/**
 * The files that somebody has chosen. They are sent one after the other in their order, which tells corrections from what
 * they correct: while one has failed, those after it wait until it was sent or taken from the list.
 */
export class UploadList implements Work {
  readonly #does: Doing;
  readonly #listeners = new Set<() => void>();
  readonly #underWay = new Map<string, AbortController>();
  #files: readonly ChosenFile[] = [];
  #isSending = false;
  #isChecking = false;
  #lastId = 0;

  constructor(does: Doing) {
    this.#does = does;
  }

  get files(): readonly ChosenFile[] {
    return this.#files;
  }

  /** Whether files are on their way, which ends if the page is left. */
  get isSending(): boolean {
    return this.#isSending;
  }

  /** Whether there is a file that would have to be chosen again. */
  get isUnfinished(): boolean {
    return this.#files.some(({ state }) => state.is !== 'sent' && state.is !== 'unfit');
  }

  /** Calls `listener` after each change, until what it returns is called. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Adds files, but those that are chosen already. */
  add(files: Iterable<File>): void {
    for (const file of files) {
      if (this.#files.some((chosen) => chosen.state.is !== 'sent' && isSame(chosen.file, file))) continue;
      const why = whyUnfit(file);
      this.#lastId += 1;
      const state: FileState = why ? { is: 'unfit', why } : { is: 'chosen' };
      this.#files = [...this.#files, { id: `${this.#lastId}`, file, state }];
    }
    this.#changed();
  }

  /** Takes a file from the list, whatever is being done with it. */
  remove(id: string): void {
    this.#underWay.get(id)?.abort();
    this.#files = this.#files.filter((file) => file.id !== id);
    this.#changed();
    void this.#sendAll();
  }

  /** Sends what is chosen, in the name of an agency. */
  send(agency: string | undefined): void {
    for (const { id, state } of this.#files) {
      if (state.is === 'chosen') this.#set(id, { agency, state: { is: 'waiting' }, check: undefined });
    }
    void this.#sendAll();
  }

  /** Sends a file that failed once more, and what waits for it. */
  retry(id: string): void {
    this.#set(id, { state: { is: 'waiting' } });
    void this.#sendAll();
  }

  /** Checks what is chosen, and sends nothing. */
  check(): void {
    for (const { id, state } of this.#files) {
      if (state.is === 'chosen') this.#set(id, { check: { is: 'waiting' } });
    }
    void this.#checkAll();
  }

  async #sendAll(): Promise<void> {
    if (this.#isSending) return;
    this.#isSending = true;
    for (let next = this.#nextToSend(); next; next = this.#nextToSend()) await this.#sendOne(next);
    this.#isSending = false;
    this.#changed();
  }

  #nextToSend(): ChosenFile | undefined {
    const next = this.#files.find(({ state }) => state.is === 'waiting' || state.is === 'failed');
    return next?.state.is === 'waiting' ? next : undefined;
  }

  async #sendOne({ id, file, agency }: ChosenFile): Promise<void> {
    this.#set(id, { state: { is: 'hashing', share: 0 } });
    await this.#work(id, async (signal) => {
      try {
        const tell = (state: Progress) => this.#set(id, { state });
        const sent = await this.#does.send({ file, agency }, { signal, tell });
        this.#set(id, { state: { is: 'sent', ...sent } });
      } catch (error) {
        if (!signal.aborted) this.#set(id, { state: { is: 'failed', problem: asProblem(error) } });
      }
    });
  }

  async #checkAll(): Promise<void> {
    if (this.#isChecking) return;
    this.#isChecking = true;
    for (let next = this.#nextToCheck(); next; next = this.#nextToCheck()) await this.#checkOne(next);
    this.#isChecking = false;
  }

  #nextToCheck(): ChosenFile | undefined {
    return this.#files.find(({ check }) => check?.is === 'waiting');
  }

  async #checkOne({ id, file }: ChosenFile): Promise<void> {
    this.#set(id, { check: { is: 'checking', share: 0 } });
    await this.#work(id, async (signal) => {
      try {
        const tell = (share: number) => this.#set(id, { check: { is: 'checking', share } });
        const checked = await this.#does.check(file, { signal, tell });
        this.#set(id, { check: { is: 'checked', checked } });
      } catch (error) {
        if (!signal.aborted) this.#set(id, { check: { is: 'failed', problem: asProblem(error) } });
      }
    });
  }

  async #work(id: string, work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    const ended = new AbortController();
    this.#underWay.set(id, ended);
    await work(ended.signal);
    this.#underWay.delete(id);
  }

  #set(id: string, changes: Partial<ChosenFile>): void {
    this.#files = this.#files.map((file) => (file.id === id ? { ...file, ...changes } : file));
    this.#changed();
  }

  #changed(): void {
    for (const listener of this.#listeners) listener();
  }
}

function isSame(one: File, other: File): boolean {
  return one.name === other.name && one.size === other.size && one.lastModified === other.lastModified;
}
