import { CfnOutput, Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { type CfnTrail, Trail } from 'aws-cdk-lib/aws-cloudtrail';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import type { StageConfig } from '../config.ts';
import { PrivateBucket } from '../constructs/private-bucket.ts';
import type { IntakeStack } from './intake.ts';
import type { ProtectionStack } from './protection.ts';
import type { StorageStack } from './storage.ts';

/**
 * The trail: who read or wrote an upload, a sealed file or a key of a report, and who called a function that opens reports
 * for a person. It is kept for as long as logs are and nobody can change it meanwhile.
 */
export class AuditStack extends Stack {
  constructor(
    scope: Construct,
    id: string,
    config: StageConfig,
    { storage, intake, protection }: { storage: StorageStack; intake: IntakeStack; protection: ProtectionStack },
  ) {
    super(scope, id);
    const key = new Key(this, 'TrailKey', {
      enableKeyRotation: true,
      removalPolicy: config.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
      description: `Encrypts the trail of who reached for reports (${config.stage})`,
    });
    const trailName = `nibrs-${config.stage}`;
    const trailArn = this.formatArn({ service: 'cloudtrail', resource: 'trail', resourceName: trailName });
    key.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudtrail.amazonaws.com')],
        actions: ['kms:GenerateDataKey*', 'kms:DescribeKey'],
        resources: ['*'],
        conditions: { StringEquals: { 'aws:SourceArn': trailArn } },
      }),
    );
    const bucket = new PrivateBucket(this, 'TrailFiles', {
      config,
      filesKey: key,
      accessLogs: storage.bucketProps.accessLogs,
      lockDays: config.logDays,
      lifecycleRules: [
        { expiration: Duration.days(config.logDays + 1), noncurrentVersionExpiration: Duration.days(1) },
      ],
    });
    const trail = new Trail(this, 'Trail', {
      trailName,
      bucket,
      encryptionKey: key,
      enableFileValidation: true,
      isMultiRegionTrail: false,
    });
    const objects = [intake.inbox, storage.outbox].map((each) => each.arnForObjects(''));
    const functions = [protection.readElements, protection.readHistory].map((each) => each.definition.functionArn);
    const resource = trail.node.defaultChild as CfnTrail;
    resource.advancedEventSelectors = [
      selector('Uploads and sealed files', 'AWS::S3::Object', 'startsWith', objects),
      selector('Keys of reports', 'AWS::DynamoDB::Table', 'equalTo', [storage.keys.tableArn]),
      // Whichever version or alias of them is called.
      selector('Functions that open reports for a person', 'AWS::Lambda::Function', 'startsWith', functions),
    ];
    Validations.of(trail).acknowledge({
      id: 'NIST.800.53.R5-CloudTrailCloudWatchLogsEnabled',
      reason: 'The trail is evidence, read when a question comes up; what has to be noticed at once has an alarm.',
    });

    new CfnOutput(this, 'TrailBucket', { value: bucket.bucketName });
  }
}

function selector(name: string, type: string, operator: 'equalTo' | 'startsWith', arns: string[]) {
  return {
    name,
    fieldSelectors: [
      { field: 'eventCategory', equalTo: ['Data'] },
      { field: 'resources.type', equalTo: [type] },
      { field: 'resources.ARN', [operator]: arns },
    ],
  };
}
