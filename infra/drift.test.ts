import { describe, expect, it } from 'vitest';
import { differencesOf, reviewed, statefulOf } from './testing/stateful.ts';

/** What to think of before a difference is accepted, by what is different. */
const advice: [RegExp, string][] = [
  [
    / logical id:| \w*Name:|KeySchema|KeySpec|KeyUsage|AttributeDefinitions|ObjectLockEnabled: true/,
    'A new logical id, name, key schema or kind of key makes CloudFormation create a new, empty resource. In production the ' +
      'old one stays behind with the data, and nothing moves it. Keep the old one (overrideLogicalId), or plan the move.',
  ],
  [
    /DeletionPolicy|UpdateReplacePolicy|DeletionProtection/,
    'Without Retain and protection, one wrong deployment or a deleted stack deletes the data for good.',
  ],
  [
    /Encryption|KmsKey|KMSMaster|SSE|KeyPolicy|KeyRotation/,
    'What was encrypted before stays under the old key: it must go on existing. A change of a key policy changes who can ' +
      'open reports: hold it against docs/privacy.md and infra/access.test.ts.',
  ],
  [
    /Retention|Lifecycle|ObjectLock|PointInTime|Expiration|Versioning/,
    'Shorter deletes what somebody may rely on (docs/privacy.md, docs/cjis.md); longer keeps what was promised to be gone.',
  ],
];

describe('what holds data in production', () => {
  it('is as it was reviewed', () => {
    const differences = differencesOf(reviewed(), statefulOf('prod'));
    const thoughts = advice.filter(([about]) => differences.some((line) => about.test(line))).map(([, text]) => text);
    const message = [
      'The templates are not what infra/stateful.prod.json says:',
      ...differences,
      ...thoughts,
      'If it is meant: npm run drift:accept, and have the difference of that file reviewed.',
    ].join('\n\n');
    expect(differences, message).toEqual([]);
  });
});

describe('differencesOf', () => {
  it('tells what changed, came and went', () => {
    const before = { 'a Name': 'x', 'a Days': 1, 'b Days': 2 };
    expect(differencesOf(before, { 'a Name': 'y', 'a Days': 1, 'c Days': 3 })).toEqual([
      'a Name: x → y',
      'b Days: 2 → nothing',
      'c Days: nothing → 3',
    ]);
    expect(differencesOf(before, before)).toEqual([]);
  });
});
