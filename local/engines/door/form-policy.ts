import { z } from 'zod';
import type { SizeRange } from './body.ts';
import type { Named } from './digests.ts';
import { S3Error } from './s3-error.ts';
import { algorithm, checkSignature, scopeOf } from './signing.ts';

const size = z.int().nonnegative();
const conditionSchema = z.union([
  z.tuple([z.literal('content-length-range'), size, size]),
  z.tuple([z.enum(['eq', 'starts-with']), z.templateLiteral(['$', z.string()]), z.string()]),
  z.record(z.string(), z.string()).refine((exact) => Object.keys(exact).length === 1),
]);
const policySchema = z.object({ expiration: z.iso.datetime(), conditions: z.array(conditionSchema) });
type Policy = z.infer<typeof policySchema>;

/** A condition on one field. */
interface FieldCondition {
  /** In lower case. */
  name: string;
  holds(value: string): boolean;
  /** As the policy puts it. */
  text: string;
}

/** The fields that the policy need not speak of: those that sign it, and those that nobody looks at. */
const exempt = /^(policy|x-amz-signature|awsaccesskeyid|x-ignore-.*)$/;

/** The fields that mean something here; another one would be left out in silence. */
const honoured =
  /^(key|bucket|success_action_status|cache-control|content-(type|disposition|encoding|language|md5)|x-amz-(algorithm|credential|date)|x-amz-(meta|checksum)-.+|x-amz-server-side-encryption.*)$/;

/**
 * Throws `S3Error` unless somebody who knows the secret has allowed a form with these fields to be sent to the bucket by
 * now. Gives the sizes that the file may have: those of the policy within `sizes` (S3 API reference, "POST Policy").
 */
export function checkForm(fields: Named, bucket: string, sizes: SizeRange, now: Date): SizeRange {
  const policy = signedPolicy(fields);
  if (now.getTime() > Date.parse(policy.expiration)) throw denied('Policy expired.');

  const conditions = policy.conditions.flatMap(fieldConditions);
  const failed = conditions.find(({ name, holds }) => !valuesOf(name, fields, bucket).every(holds));
  if (failed) throw denied(`Policy Condition failed: ${failed.text}`);

  const covered = new Set(conditions.map(({ name }) => name));
  const loose = Object.keys(fields).filter((name) => !covered.has(name) && !exempt.test(name));
  if (loose.length > 0) throw denied(`Extra input fields: ${loose.join(', ')}`);
  const unknown = Object.keys(fields).find((name) => !honoured.test(name) && !exempt.test(name));
  if (unknown) throw new S3Error(501, 'NotImplemented', `The local S3 does not do what the field ${unknown} asks for.`);
  return policy.conditions.reduce(narrowed, sizes);
}

function signedPolicy(fields: Named): Policy {
  const { policy } = fields;
  if (policy === undefined) throw new S3Error(403, 'AccessDenied', 'Access Denied');
  if (required(fields, 'X-Amz-Algorithm') !== algorithm) {
    throw new S3Error(400, 'InvalidArgument', `X-Amz-Algorithm only supports "${algorithm}"`);
  }
  required(fields, 'X-Amz-Date');
  checkSignature(policy, scopeOf(required(fields, 'X-Amz-Credential')), required(fields, 'X-Amz-Signature'));
  required(fields, 'key');
  const parsed = policySchema.safeParse(parseJson(Buffer.from(policy, 'base64').toString()));
  if (parsed.success) return parsed.data;
  throw new S3Error(400, 'InvalidPolicyDocument', `Invalid Policy: ${z.prettifyError(parsed.error)}`);
}

function required(fields: Named, name: string): string {
  const value = fields[name.toLowerCase()];
  if (value) return value;
  const message = `Bucket POST must contain a field named '${name}'.  If it is specified, please check the order of the fields.`;
  throw new S3Error(400, 'InvalidArgument', message, { ArgumentName: name });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new S3Error(400, 'InvalidPolicyDocument', 'Invalid Policy: Invalid JSON.');
  }
}

function fieldConditions(condition: Policy['conditions'][number]): FieldCondition[] {
  const text = JSON.stringify(condition);
  if (!Array.isArray(condition)) {
    return Object.entries(condition).map(([name, expected]) => equal(name, expected, text));
  }
  const [operator, field, expected] = condition;
  if (operator === 'content-length-range') return [];
  const name = field.slice(1).toLowerCase();
  if (operator === 'eq') return [equal(name, expected, text)];
  return [{ name, text, holds: (value) => eachOf(name, value).every((each) => each.startsWith(expected)) }];
}

function equal(name: string, expected: string, text: string): FieldCondition {
  return { name: name.toLowerCase(), text, holds: (value) => value === expected };
}

/** A content type with commas is a list, and each of it has to start as the policy says. */
function eachOf(name: string, value: string): string[] {
  return name === 'content-type' ? value.split(',').map((each) => each.trim()) : [value];
}

/** The bucket is where the form is sent to, and what it says itself. */
function valuesOf(name: string, fields: Named, bucket: string): string[] {
  const value = fields[name];
  if (name !== 'bucket') return [value ?? ''];
  return value === undefined ? [bucket] : [bucket, value];
}

function narrowed({ min, max }: SizeRange, condition: Policy['conditions'][number]): SizeRange {
  if (!Array.isArray(condition) || condition[0] !== 'content-length-range') return { min, max };
  return { min: Math.max(min, condition[1]), max: Math.min(max, condition[2]) };
}

function denied(why: string): S3Error {
  return new S3Error(403, 'AccessDenied', `Invalid according to Policy: ${why}`);
}
