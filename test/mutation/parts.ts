/** Some of the edits, to be mutated in one run. */
interface Part {
  /** Below shared/nibrs/edits. */
  readonly files: readonly string[];
  /** Whose cases should notice: a pattern of the FBI's numbers. */
  readonly codes: string;
}

/**
 * The edits in parts, because each mutant is held against the cases that should notice it and not against all of them:
 * that is some hours less.
 */
export const parts: Readonly<Record<string, Part>> = {
  structure: { files: ['structure/**', 'header.ts', 'agency/**'], codes: '0..|9..|1..|178' },
  'zero-report': { files: ['zero-report/**'], codes: '0..' },
  administrative: { files: ['administrative/**'], codes: '1..|11..' },
  offense: { files: ['offense/**'], codes: '2..|12..' },
  property: { files: ['property/**'], codes: '3..|13..' },
  victim: { files: ['victim/**'], codes: '4..|14..' },
  offender: { files: ['offender/**'], codes: '5..|15..|472|1607' },
  arrestee: { files: ['arrestee/**'], codes: '6..|16..' },
  'group-b': { files: ['group-b/**'], codes: '7..|17..' },
  rules: { files: ['rules/**'], codes: '.*' },
  engine: { files: ['*.ts', '!header.ts', '!inactive.ts'], codes: '.*' },
};
