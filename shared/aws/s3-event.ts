import { z } from 'zod';
import type { ObjectLocation } from '../ports.ts';

/** Keys in notifications are form-encoded: `+` is a space, the rest is percent-encoded UTF-8. Decoded here, once. */
const formEncodedKey = z.string().transform((key, context) => {
  try {
    return decodeURIComponent(key.replaceAll('+', ' '));
  } catch {
    context.addIssue({ code: 'custom', message: 'is not a form-encoded key' });
    return z.NEVER;
  }
});

/** What S3 sends once when a notification is configured; it names no object. */
const testEvent = z.object({ Event: z.literal('s3:TestEvent') }).transform((): ObjectLocation[] => []);

const objectCreated = z
  .object({
    // Only the major version says that the shape changed; new fields come with minor ones.
    eventVersion: z.string().regex(/^2\./),
    eventName: z.string().startsWith('ObjectCreated:'),
    s3: z.object({
      bucket: z.object({ name: z.string().min(1) }),
      object: z.object({ key: formEncodedKey, versionId: z.string().optional() }),
    }),
  })
  .transform(
    ({ s3 }): ObjectLocation => ({
      bucket: s3.bucket.name,
      key: s3.object.key,
      versionId: s3.object.versionId,
    }),
  );

/**
 * The body of an S3 notification, read into the objects that were created: one or several, none for S3's test event.
 * Source: Amazon S3 User Guide, "Event message structure".
 */
export const s3Event = z.union([
  testEvent,
  z.object({ Records: z.array(objectCreated).min(1) }).transform((e) => e.Records),
]);
