import { z } from 'zod';
import { findUpload } from '../intake/upload-key.ts';
import { s3Event } from './s3-event.ts';

const text = z.union([z.string(), z.number().transform(String)]).optional();

/** Never a report's number, nor anything else that a report says. */
const keys = z.object({
  submission: text,
  chunk: text,
  transmission: text,
  ori: text,
  period: text,
  order: text,
  action: text,
});

/** What of the text of a message may be told and says what it is about; nothing of one that is not JSON. */
export function aboutText(text: string): Record<string, string> {
  try {
    return aboutMessage(JSON.parse(text));
  } catch {
    return {};
  }
}

/** As `aboutText`, of a message that is read already. */
export function aboutMessage(body: unknown): Record<string, string> {
  const uploads = s3Event.safeParse(body);
  if (!uploads.success) return keysIn(body);
  const [upload] = uploads.data.flatMap(({ key }) => findUpload(key) ?? []);
  return upload ? { submission: upload.id, ori: upload.uploader } : {};
}

/** What a message itself says it is about. One that tells of an upload says nothing: other uploads may be taken up with it. */
export function keysIn(body: unknown): Record<string, string> {
  const found = Object.entries(keys.safeParse(body).data ?? {});
  return Object.fromEntries(found.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}
