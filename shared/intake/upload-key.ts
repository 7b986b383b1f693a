import { hash } from 'node:crypto';
import { InvalidMessageError } from '../errors.ts';

/** What the key of an uploaded file says. */
export interface UploadKey {
  /** Who uploads: the ORI of an agency, or of the state program for files it loads itself. */
  uploader: string;
  /** When the upload was opened. It orders an uploader's files: of those that have arrived, the first opened goes first. */
  openedAt: Date;
  /** The submission's id. */
  id: string;
  /** May hold anything but a slash. Only for people who look into the inbox. */
  fileName: string;
}

/**
 * Id of the submission of a file: the same bytes under the same name in the name of the same agency are the same
 * submission, however often they are uploaded. With the agency in it nobody can take up another's id by sending a copy.
 */
export function submissionId(file: { agency: string; fileName: string; sha256: string }): string {
  return hash('sha256', `${file.agency}\n${file.fileName}\n${file.sha256}`).slice(0, 32);
}

/** The key in the inbox: `submissions/<uploader>/<time>/<id>/<file name>`, the time so that keys sort by it. */
export function uploadKey({ uploader, openedAt, id, fileName }: UploadKey): string {
  return `${uploadsOf(uploader)}${timeOf(openedAt)}/${id}/${fileName}`;
}

/** What the keys of all uploads begin with. */
export const allUploads = 'submissions/';

/** What all keys of an uploader begin with. */
export function uploadsOf(uploader: string): string {
  return `${allUploads}${uploader}/`;
}

/** What the key of any upload opened at this time or later comes after. */
export function uploadsSince(uploader: string, time: Date): string {
  return `${uploadsOf(uploader)}${timeOf(time)}`;
}

/** The inverse of `uploadKey`. Throws `InvalidMessageError` for any other key. */
export function parseUploadKey(key: string): UploadKey {
  const upload = findUpload(key);
  if (upload) return upload;
  throw new InvalidMessageError(
    `Object ${key} is not at submissions/<uploader>/<time>/<id>/<file name>. Upload it there.`,
  );
}

/** As `parseUploadKey`; undefined for a key that is no upload's, such as the folders which the S3 console makes. */
export function findUpload(key: string): UploadKey | undefined {
  const [, uploader, time = '', id, fileName] =
    /^submissions\/([^/]+)\/(\d{8}T\d{9}Z)\/([^/]+)\/([^/]+)$/.exec(key) ?? [];
  const openedAt = new Date(time.replace(/(....)(..)(..T..)(..)(..)(...Z)/, '$1-$2-$3:$4:$5.$6'));
  if (!uploader || !id || !fileName || Number.isNaN(openedAt.getTime())) return undefined;
  return { uploader, openedAt, id, fileName };
}

/** ISO 8601 without the punctuation, which keys had better not have. */
function timeOf(time: Date): string {
  return time.toISOString().replace(/[-:.]/g, '');
}
