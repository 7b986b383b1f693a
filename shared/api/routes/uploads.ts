import { z } from 'zod';
import { route } from '../route.ts';
import { count, download, ori, sha256, submissionId, time } from './fields.ts';

/** Files larger than this are uploaded in parts. */
export const largestForm = 100 * 2 ** 20;
/** Nothing larger is taken. */
export const largestFile = 5 * 2 ** 30;

const fileName = z
  .string()
  .min(1, 'The file has no name.')
  .max(200, 'The file’s name is longer than 200 characters. Rename it.')
  .regex(/^[^/\\\p{Cc}]*$/u, 'The file’s name has a slash, a backslash or a control character. Rename it.')
  .refine((name) => name !== '.' && name !== '..', 'This is not a name of a file.');

/** How a file gets to the inbox. */
export const upload = z.discriminatedUnion('kind', [
  z
    .object({ kind: z.literal('form'), url: z.url(), fields: z.record(z.string(), z.string()), expires: time })
    .meta({ description: 'Post a form to `url`: all `fields`, then the file as `file`' }),
  z
    .object({
      kind: z.literal('parts'),
      partBytes: z.int().positive(),
      /** Parts that are there already need not be sent again. */
      parts: z.array(z.object({ number: z.int().positive(), url: z.url(), isThere: z.boolean() })),
      expires: time,
    })
    .meta({ description: 'Put each part to its `url`, then call `completeUpload`' }),
  z.object({ kind: z.literal('none') }).meta({ description: 'The file is there already' }),
]);

const agencyAndMachines = ['agency-clerk', 'agency-admin', 'machine-uploader'] as const;

export const uploadRoutes = {
  openSubmission: route({
    method: 'POST',
    path: '/submissions',
    summary: 'Open a submission: say what file will come, and get a place to put it',
    description:
      'The same file under the same name of the same agency is the same submission, however often it is opened: an upload ' +
      'that broke off goes on where it was. Reports of agencies that are not the caller’s are rejected when the file is read.',
    answeredBy: 'handle-uploads',
    roles: [...agencyAndMachines, 'state-operator'],
    body: z.object({
      fileName,
      bytes: z.int().positive('The file is empty.').max(largestFile, 'The file is larger than 5 GB. Split it.'),
      sha256,
      /** In whose name it is uploaded; may be left out by a caller of one agency. */
      agency: ori.optional(),
    }),
    reply: z.object({ submission: submissionId, upload }),
    status: 201,
  }),

  completeUpload: route({
    method: 'POST',
    path: '/submissions/{submission}/completion',
    summary: 'Put the parts of a large file together',
    answeredBy: 'handle-uploads',
    roles: [...agencyAndMachines, 'state-operator'],
    params: z.object({ submission: submissionId }),
    reply: z.object({ submission: submissionId }),
  }),

  readFile: route({
    method: 'GET',
    path: '/submissions/{submission}/file',
    summary: 'A link to the file as it was uploaded',
    description: 'Of one’s own agency: it holds whatever the agency has put into it, state elements too.',
    answeredBy: 'handle-uploads',
    roles: agencyAndMachines,
    params: z.object({ submission: submissionId }),
    reply: download,
  }),

  readSource: route({
    method: 'GET',
    path: '/submissions/{submission}/source',
    summary: 'The lines of a file around a record, as they were uploaded',
    description: 'Places of state elements are shown as dots: what they say is not told here.',
    answeredBy: 'handle-uploads',
    roles: ['agency-clerk', 'agency-admin', 'state-operator', 'state-auditor'],
    params: z.object({ submission: submissionId }),
    query: z.object({
      /** Number of the record in the file, from 1: the whole report that it is part of is given. */
      record: z
        .string()
        .regex(/^[1-9]\d{0,8}$/, 'A record’s number is a whole number from 1.')
        .transform(Number),
    }),
    reply: z.object({
      ori,
      report: z.string(),
      lines: z.array(z.object({ record: count, level: z.string(), text: z.string() })),
    }),
  }),
};
