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
  .regex(
    /^[^/\\\p{Cc}\p{Bidi_Control}]*$/u,
    'The file’s name has a slash, a backslash or a control character. Rename it.',
  )
  .refine((name) => name !== '.' && name !== '..', 'This is not a name of a file.');

/** From 1, in the order of the file. */
const partNumber = z.int().positive().max(10_000);

/** How a file gets to the inbox. */
export const upload = z.discriminatedUnion('kind', [
  z
    .object({ kind: z.literal('form'), url: z.url(), fields: z.record(z.string(), z.string()), expires: time })
    .meta({ description: 'Post a form to `url`: all `fields`, then the file as `file`' }),
  z
    .object({
      kind: z.literal('parts'),
      /** Of every part but the last. */
      partBytes: z.int().positive(),
      /** Parts that are there already need not be sent again. */
      parts: z.array(z.object({ number: partNumber, isThere: z.boolean() })),
    })
    .meta({
      description:
        'Cut the file into parts of `partBytes`, ask `signParts` where each of them goes, put them there, and call `completeUpload`',
    }),
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

  signParts: route({
    method: 'POST',
    path: '/submissions/{submission}/parts',
    summary: 'Get a place for parts of a large file',
    description: 'Put each part to its `url`, with its `headers`. What has another SHA-256 is refused there.',
    answeredBy: 'handle-uploads',
    roles: [...agencyAndMachines, 'state-operator'],
    params: z.object({ submission: submissionId }),
    body: z.object({
      /** The hash is that of the part. */
      parts: z
        .array(z.object({ number: partNumber, sha256 }))
        .min(1)
        .max(100),
    }),
    reply: z.object({
      parts: z.array(z.object({ number: partNumber, url: z.url(), headers: z.record(z.string(), z.string()) })),
      expires: time,
    }),
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
      /** As it stands in the file, and so perhaps not well-formed. */
      ori: z.string(),
      report: z.string(),
      lines: z.array(z.object({ record: count, level: z.string(), text: z.string() })),
    }),
  }),
};
