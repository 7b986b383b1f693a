import { Aws, RemovalPolicy } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import type { StageConfig } from '../config.ts';
import type { FunctionName } from '../functions.ts';
import { roleNameOf } from './worker-function.ts';

export interface ReportKeyProps {
  config: StageConfig;
  description: string;
  /** The functions that may use it, and nobody else. */
  users: readonly FunctionName[];
  /** Whether it makes message authentication codes; otherwise it wraps keys, and is rotated. */
  mac?: boolean;
}

/** Whatever opens, makes or hands on something under a key. */
const uses = [
  'kms:Encrypt',
  'kms:Decrypt',
  'kms:ReEncrypt*',
  'kms:GenerateDataKey*',
  'kms:GenerateMac',
  'kms:VerifyMac',
  'kms:CreateGrant',
];

/**
 * A key over what reports say. Its own policy refuses everybody but the functions named: a permission that somebody is
 * given later, by mistake or as an administrator, does not open it. Roles are named by condition and not as principals,
 * because they are made after the key.
 */
export function createReportKey(scope: Construct, id: string, props: ReportKeyProps): Key {
  const { config, description, users, mac = false } = props;
  const key = new Key(scope, id, {
    description,
    removalPolicy: config.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    ...(mac ? { keySpec: KeySpec.HMAC_256, keyUsage: KeyUsage.GENERATE_VERIFY_MAC } : { enableKeyRotation: true }),
  });
  const roles = users.map((name) => `arn:${Aws.PARTITION}:iam::${Aws.ACCOUNT_ID}:role/${roleNameOf(config, name)}`);
  key.addToResourcePolicy(
    new PolicyStatement({
      sid: 'OnlyThese',
      effect: Effect.DENY,
      principals: [new AnyPrincipal()],
      actions: uses,
      resources: ['*'],
      conditions: { StringNotEquals: { 'aws:PrincipalArn': roles } },
    }),
  );
  return key;
}
