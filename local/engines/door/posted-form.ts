import { allSizes, readBody } from './body.ts';
import { checkDigests, type Named } from './digests.ts';
import { openForm } from './form.ts';
import { checkForm } from './form-policy.ts';
import type { Reply } from './reply.ts';
import { xml } from './s3-error.ts';
import { encode } from './signed-query.ts';
import { checkPath, headersOf, type Take, type Visit } from './visit.ts';

/**
 * Stores the file of a form that was signed for it (S3 API reference, "POST Object"). Throws `S3Error`, and stores
 * nothing, where the form or the file is not what its policy allows.
 */
export async function takeForm(take: Take, { bucket, headers, body: sent }: Visit): Promise<Reply> {
  const form = await openForm(sent, headers['content-type'] ?? '');
  // Variables are filled in before the policy is looked at (S3 API reference, "POST Policy").
  const key = (form.fields.key ?? '').replace(/\$\{filename\}/g, () => form.fileName);
  const fields = { ...form.fields, key };
  const sizes = checkForm(fields, bucket, allSizes, new Date());
  const body = await readBody(form.file, sizes);
  checkDigests(body, fields);

  const url = `/${bucket}/${key.split('/').map(encode).join('/')}`;
  checkPath(url);
  const reply = await take({ method: 'PUT', url, headers: storedHeaders(fields), body, form: true });
  return reply.status === 200 ? formReply({ ...fields, bucket }, `http://${headers.host}${url}`, reply) : reply;
}

/** What of a form is kept with the object. */
function storedHeaders(fields: Named): Record<string, string> {
  return headersOf(fields, (name) => /^(cache-control|content-.+|x-amz-(meta|checksum)-.+)$/.test(name));
}

/** The answer to a form that was taken, with the status that it asks for. */
function formReply(fields: Named, location: string, { headers: { etag = '' } }: Reply): Reply {
  const headers = { etag, location };
  const { success_action_status: asked, bucket = '', key = '' } = fields;
  if (asked !== '201') return { status: asked === '200' ? 200 : 204, headers, body: '' };
  const body = xml('PostResponse', [
    ['Location', location],
    ['Bucket', bucket],
    ['Key', key],
    ['ETag', `${etag}`],
  ]);
  return { status: 201, headers: { ...headers, 'content-type': 'application/xml' }, body };
}
