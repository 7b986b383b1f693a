import { NotAllowedError, NotFoundError, UsageError } from '../../errors.ts';
import { completeUpload, openUpload, signParts, type UploadDependencies } from '../../intake/open.ts';
import { fold } from '../../ledger/decider.ts';
import { submissionStream } from '../../ledger/streams.ts';
import { type SubmissionState, submissionFold } from '../../ledger/submissions.ts';
import type { LinkTo, ObjectLocation, Objects } from '../../ports.ts';
import type { StateProfile } from '../../state/index.ts';
import { readSubmission, type SubmissionStatus, uploadOf } from '../../submissions/read-submission.ts';
import { shownReportAt } from '../../submissions/source-lines.ts';
import { mayHaveFile } from '../../submissions/whole-file.ts';
import { type Caller, mayUse } from '../caller.ts';
import type { AnswersTo } from '../routes/index.ts';

export interface UploadAnswersDependencies extends UploadDependencies {
  objects: Pick<Objects, 'current' | 'read'>;
  linkTo: LinkTo;
  inboxBucket: string;
  /** ORI of the state program. */
  submitter: string;
  profile: StateProfile | undefined;
}

type Uploads = AnswersTo<'openSubmission' | 'signParts' | 'completeUpload' | 'readFile' | 'readSource'>;

export function uploadAnswers(deps: UploadAnswersDependencies): Uploads {
  const { objects, linkTo, profile } = deps;
  return {
    async openSubmission({ body: { fileName, bytes, sha256, agency: given }, caller, id: request }) {
      const agency = agencyOf(caller, given, deps.submitter);
      const oris = caller.agencies === 'all' ? undefined : [...caller.agencies];
      const file = { fileName, bytes, sha256, agency, oris };
      const { id, upload } = await openUpload(deps, file, { by: caller.name, request });
      return { submission: id, upload };
    },

    async signParts({ params: { submission }, body: { parts }, caller }) {
      return signParts(deps, await ownState(deps, submission, caller), parts);
    },

    async completeUpload({ params: { submission }, caller }) {
      await completeUpload(deps, await ownState(deps, submission, caller));
      return { submission };
    },

    async readFile({ params, caller }) {
      const { submission, location, fileName } = await findFile(deps, params.submission);
      demandFile(caller, submission);
      return linkTo(await objects.current(location), fileName);
    },

    async readSource({ params, query: { record }, caller }) {
      const { submission, location } = await findFile(deps, params.submission);
      // In a file that was refused nobody knows what stands where: any place of it may hold a state value.
      const report =
        submission.split && (await shownReportAt(await objects.read(await objects.current(location)), record, profile));
      // Somebody of an agency may look at its reports in whatever file they came.
      if (!report || !mayUse(caller, report.ori)) demandFile(caller, submission);
      if (!report) throw new NotFoundError(`There is no report at record ${record} of the file.`);
      return report;
    },
  };
}

/** In whose name a caller uploads. */
function agencyOf({ agencies }: Caller, given: string | undefined, submitter: string): string {
  if (given !== undefined) {
    if (mayUse({ agencies }, given)) return given;
    throw new NotAllowedError(`You do not upload for ${given}. Ask the state program to let you.`);
  }
  if (agencies === 'all') return submitter;
  const [only, another] = agencies;
  if (only === undefined) {
    throw new NotAllowedError('You do not upload for any agency. Ask the state program to let you.');
  }
  if (another === undefined) return only;
  throw new UsageError(`Say in whose name the file is: give as agency one of ${agencies.join(', ')}.`);
}

const unknown = 'There is no such submission, or it is not of your agencies.';

/** A submission that was opened in the name of one of the caller's agencies. */
async function ownState({ ledger }: UploadDependencies, id: string, caller: Caller): Promise<SubmissionState> {
  const state = fold(submissionFold, await ledger.read(submissionStream(id)));
  if (state.opened && mayUse(caller, state.opened.agency)) return state;
  throw new NotFoundError(unknown);
}

interface UploadedFile {
  submission: SubmissionStatus;
  location: ObjectLocation;
  fileName: string;
}

/** A file that has come. */
async function findFile({ ledger, inboxBucket }: UploadAnswersDependencies, id: string): Promise<UploadedFile> {
  const submission = await readSubmission({ ledger }, id);
  const { received } = submission;
  if (!received) throw new NotFoundError(unknown);
  return { submission, location: { bucket: inboxBucket, key: received.key }, fileName: received.fileName };
}

/** That a file came in the name of their agency the caller may know; of another one, nothing. */
function demandFile(caller: Caller, submission: SubmissionStatus): void {
  if (mayHaveFile(caller, submission)) return;
  const upload = uploadOf(submission);
  if (!upload || !mayUse(caller, upload.uploader)) throw new NotFoundError(unknown);
  throw new NotAllowedError('The file may hold reports of agencies that are not yours. Ask whoever uploaded it.');
}
