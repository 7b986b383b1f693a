import { describe, expect, it } from 'vitest';
import { s3Event } from './s3-event.ts';

/** A notification as S3 sends it, fields that are not read left in. */
function record(key: string, overrides: object = {}) {
  return {
    eventVersion: '2.4',
    eventSource: 'aws:s3',
    awsRegion: 'us-east-1',
    eventTime: '2026-11-05T10:00:00.000Z',
    eventName: 'ObjectCreated:Post',
    s3: {
      s3SchemaVersion: '1.0',
      configurationId: 'uploads',
      bucket: { name: 'inbox', arn: 'arn:aws:s3:::inbox' },
      object: { key, size: 1024, eTag: 'd41d8cd98f00b204e9800998ecf8427e', versionId: 'v1', sequencer: '0A1B2C' },
    },
    ...overrides,
  };
}

describe('an S3 notification', () => {
  it('gives every object it names, its key decoded once', () => {
    const records = [record('submissions/1/September+2026+%28b%29.txt'), record('submissions/2/100%2525.txt')];

    expect(s3Event.parse({ Records: records })).toEqual([
      { bucket: 'inbox', key: 'submissions/1/September 2026 (b).txt', versionId: 'v1' },
      { bucket: 'inbox', key: 'submissions/2/100%25.txt', versionId: 'v1' },
    ]);
  });

  it('of the kind s3:TestEvent names none', () => {
    expect(s3Event.parse({ Service: 'Amazon S3', Event: 's3:TestEvent', Bucket: 'inbox' })).toEqual([]);
  });

  it.each([
    ['no records', { Records: [] }],
    ['another body', { hello: 'world' }],
    ['a deletion', { Records: [record('a', { eventName: 'ObjectRemoved:Delete' })] }],
    ['a new major version', { Records: [record('a', { eventVersion: '3.0' })] }],
    ['a key that is not encoded', { Records: [record('100%')] }],
  ])('is refused with %s', (_, body) => {
    expect(s3Event.safeParse(body).success).toBe(false);
  });
});
