import { Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type CfnBucket,
  HttpMethods,
  type IBucket,
  type LifecycleRule,
  ObjectLockRetention,
} from 'aws-cdk-lib/aws-s3';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { StageConfig } from '../config.ts';

export interface PrivateBucketProps {
  config: StageConfig;
  /** Encrypts the objects. */
  filesKey: IKey;
  /** Takes a line for every request. */
  accessLogs: IBucket;
  /** Days for which no version of an object can be deleted or overwritten; without it, no old versions are kept. */
  lockDays?: number;
  lifecycleRules?: LifecycleRule[];
}

/**
 * A bucket that nobody outside can reach, encrypted under a key of this system, with a log of who reached for what. What
 * is locked has versions; what is not locked has none, because it is meant to be gone when it is deleted.
 */
export class PrivateBucket extends Bucket {
  readonly filesKey: IKey;

  constructor(scope: Construct, id: string, props: PrivateBucketProps) {
    const { config, filesKey, accessLogs, lockDays, lifecycleRules = [] } = props;
    super(scope, id, {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.KMS,
      encryptionKey: filesKey,
      // One request to KMS for many objects.
      bucketKeyEnabled: true,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      removalPolicy: config.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
      ...(lockDays !== undefined && {
        versioned: true,
        objectLockEnabled: true,
        objectLockDefaultRetention: ObjectLockRetention.governance(Duration.days(lockDays)),
      }),
      lifecycleRules: [{ abortIncompleteMultipartUploadAfter: Duration.days(7) }, ...lifecycleRules],
    });
    this.filesKey = filesKey;
    // Set on the bucket itself: the CDK's own way names this bucket in the policy of the other one's stack, which comes first.
    const resource = this.node.defaultChild as CfnBucket;
    resource.loggingConfiguration = { destinationBucketName: accessLogs.bucketName, logFilePrefix: `${id}/` };

    this.acknowledge(lockDays !== undefined);
  }

  /**
   * Has the bucket tell the queue of every new object. Set on the bucket itself: the CDK's own way is a custom resource
   * with a function of its own. The queue's policy cannot name the bucket, which is made after it, so it names the
   * account.
   */
  notify(queue: IQueue): void {
    const permitted = queue.grantSendMessages(
      new ServicePrincipal('s3.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
    const resource = this.node.defaultChild as CfnBucket;
    resource.notificationConfiguration = {
      queueConfigurations: [{ event: 's3:ObjectCreated:*', queue: queue.queueArn }],
    };
    permitted.applyBefore(resource);
  }

  /**
   * Lets pages in browsers upload with what they were given to do it: a signed form, or a signed address for each part of a
   * large file. From which page does not matter, since only whoever was given such a thing gets anything in, and the bucket
   * knows no cookies (S3 User Guide, "Using cross-origin resource sharing").
   */
  takeFormsOfPages(): void {
    this.addCorsRule({
      allowedOrigins: ['*'],
      allowedMethods: [HttpMethods.POST, HttpMethods.PUT],
      allowedHeaders: ['content-type', 'x-amz-*'],
      exposedHeaders: ['ETag'],
      maxAge: 3600,
    });
  }

  private acknowledge(versioned: boolean): void {
    Validations.of(this).acknowledge({
      id: 'NIST.800.53.R5-S3BucketReplicationEnabled',
      reason:
        'A copy in a second bucket would outlive an order to expunge. The ledger is what is backed up; objects in one ' +
        'region already lie in three zones.',
    });
    if (versioned) return;
    Validations.of(this).acknowledge({
      id: 'NIST.800.53.R5-S3BucketVersioningEnabled',
      reason:
        'What quotes reports has to be gone when it expires or is expunged. Everything here can be made again from the ' +
        'ledger, or asked for again at the FBI.',
    });
  }
}
