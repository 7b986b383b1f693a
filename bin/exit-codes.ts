/** What the command's exit code says; when several are true the highest one counts. */
export const exitCodes = {
  clean: 0,
  /** Findings with errors: a report was rejected, or a part of a supplement was left out. */
  findings: 1,
  /** A file was refused or is not there, or the command was called wrongly. */
  unusable: 2,
  /** The system failed; the input is not to blame. */
  failed: 3,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** The code that counts when both are true. */
export function worse(one: ExitCode, other: ExitCode): ExitCode {
  return one > other ? one : other;
}
