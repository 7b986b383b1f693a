import { describe, expect, it } from 'vitest';
import { isAllowed, type Statement } from './iam.ts';

const role = 'arn:aws:iam::1:role/clerk';
const read: Statement = { Effect: 'Allow', Action: 's3:Get*', Resource: 'bucket/*' };
const ask = (action: string, resource = 'bucket/file') => ({ principal: role, action, resource });

describe('isAllowed', () => {
  it('allows what a statement of the role allows, whatever the case of the action, and nothing else', () => {
    expect(isAllowed(ask('S3:getobject'), { own: [read] })).toBe(true);
    expect(isAllowed(ask('s3:PutObject'), { own: [read] })).toBe(false);
    expect(isAllowed(ask('s3:GetObject', 'other/file'), { own: [read] })).toBe(false);
    expect(isAllowed(ask('s3:GetObject'), { own: [] })).toBe(false);
  });

  it.each([
    ['bucket/?ile', true],
    ['bucket/fil', false],
    ['bucket.file', false],
    ['*', true],
  ])('takes %s for what it stands for', (Resource, expected) => {
    expect(isAllowed(ask('s3:GetObject'), { own: [{ ...read, Resource }] })).toBe(expected);
  });

  it('lets a refusal win, of the role or of the resource', () => {
    const no: Statement = { Effect: 'Deny', Action: 's3:*', Resource: '*' };
    expect(isAllowed(ask('s3:GetObject'), { own: [read, no] })).toBe(false);
    const resourcePolicy = [{ ...no, Principal: '*' }];
    expect(isAllowed(ask('s3:GetObject'), { own: [read], resourcePolicy })).toBe(false);
  });

  it('refuses by a condition only where it holds', () => {
    const unlessNamed = (names: string[]): Statement => ({
      Effect: 'Deny',
      Action: 'kms:Decrypt',
      Resource: '*',
      Principal: { AWS: '*' },
      Condition: { StringNotEquals: { 'aws:PrincipalArn': names } },
    });
    const own: Statement[] = [{ Effect: 'Allow', Action: 'kms:Decrypt', Resource: 'key' }];
    const decrypt = ask('kms:Decrypt', 'key');
    expect(isAllowed(decrypt, { own, resourcePolicy: [unlessNamed([role])] })).toBe(true);
    expect(isAllowed(decrypt, { own, resourcePolicy: [unlessNamed(['another'])] })).toBe(false);
  });

  it('does without the policy of a role only where the resource names it, and with it only where a key delegates', () => {
    const named: Statement = { Effect: 'Allow', Action: 'kms:*', Resource: '*', Principal: { AWS: role } };
    const toAccount: Statement = { ...named, Principal: { AWS: 'arn:aws:iam::1:root' } };
    const own: Statement[] = [{ Effect: 'Allow', Action: 'kms:Decrypt', Resource: 'key' }];
    const decrypt = ask('kms:Decrypt', 'key');
    expect(isAllowed(decrypt, { own: [], resourcePolicy: [named], delegates: true })).toBe(true);
    expect(isAllowed(decrypt, { own: [], resourcePolicy: [toAccount], delegates: true })).toBe(false);
    expect(isAllowed(decrypt, { own, resourcePolicy: [toAccount], delegates: true })).toBe(true);
    expect(isAllowed(decrypt, { own, resourcePolicy: [], delegates: true })).toBe(false);
  });

  it('refuses to decide on what it does not know', () => {
    const not = { Effect: 'Allow', NotAction: 's3:GetObject', Action: [], Resource: '*' } as unknown as Statement;
    expect(() => isAllowed(ask('s3:GetObject'), { own: [not] })).toThrow(/does not know NotAction/);
    const Condition = { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } };
    expect(() => isAllowed(ask('s3:GetObject'), { own: [{ ...read, Condition }] })).toThrow(/condition IpAddress/);
  });
});
