import type { WriteStream } from 'node:tty';
import { MultiBar } from 'cli-progress';
import pc from 'picocolors';

export type Colors = ReturnType<typeof pc.createColors>;

/** How far a piece of work is. */
export interface Progress {
  advanceTo(value: number): void;
  stop(): void;
}

/** Where a command prints: lines to standard output, progress to standard error. */
export interface Terminal {
  /** True when a progress bar would be seen. */
  interactive: boolean;
  /** Characters in a line. */
  width: number;
  colors: Colors;
  /** Prints lines, nothing for none; waits until the reader at the other end of a pipe has room for more. */
  print(...lines: string[]): Promise<void>;
  /** Starts a progress bar; nothing is shown where standard error is not a terminal. */
  progress(label: string, total: number): Progress;
}

/** The width of lines in a pipe or a file. */
const defaultWidth = 100;

const noProgress: Progress = { advanceTo() {}, stop() {} };

/** A terminal over a process's two output streams. Colours only on a terminal, and not where `NO_COLOR` is set. */
export function createTerminal(
  stdout: NodeJS.WritableStream & Partial<WriteStream>,
  stderr: NodeJS.WritableStream & Partial<WriteStream>,
  environment: Record<string, string | undefined>,
): Terminal {
  let bars: MultiBar | undefined;

  return {
    interactive: Boolean(stderr.isTTY),
    // Some terminals say that they have 0 columns.
    width: stdout.columns || defaultWidth,
    colors: pc.createColors(Boolean(stdout.isTTY) && !environment.NO_COLOR && environment.TERM !== 'dumb'),

    async print(...lines) {
      if (lines.length === 0) return;
      const text = `${lines.join('\n')}\n`;
      if (bars && stdout.isTTY) {
        // Above the bar, which shares the screen.
        bars.log(text);
      } else if (!stdout.write(text)) {
        await new Promise<void>((resolve) => stdout.once('drain', resolve));
      }
    },

    progress(label, total) {
      if (!stderr.isTTY) return noProgress;
      const own = new MultiBar({
        stream: stderr,
        format: `${label} {bar} {percentage}%`,
        clearOnComplete: true,
        hideCursor: true,
        barCompleteChar: '█',
        barIncompleteChar: '░',
      });
      const bar = own.create(total, 0);
      bars = own;
      return {
        advanceTo: (value) => bar.update(Math.min(value, total)),
        stop() {
          // Lines logged since the last redraw would be lost with the bar.
          own.update();
          own.stop();
          bars = undefined;
        },
      };
    },
  };
}
