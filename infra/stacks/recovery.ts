import { CfnOutput, Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { BackupPlan, BackupPlanRule, BackupResource, BackupVault, type IBackupVault } from 'aws-cdk-lib/aws-backup';
import { Schedule } from 'aws-cdk-lib/aws-events';
import { ManagedPolicy, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import type { StageConfig } from '../config.ts';
import { keepFolder, readTable, scanTable, writeTable } from '../constructs/access.ts';
import { QueueWorker } from '../constructs/queue-worker.ts';
import type { CodeOf } from '../functions.ts';
import type { IntakeStack } from './intake.ts';
import type { StorageStack } from './storage.ts';

/**
 * Days for which a backup is kept. The keys and uploads of a report that was expunged are in backups
 * until then: it is as long as point-in-time recovery goes back, so no backup keeps them longer than that does.
 */
const backupDays = 35;

/** Days in which a new vault's lock can still be taken back. */
const daysToChangeLock = 7;

/** What brings data back: the function that makes projections anew from the ledger, and the backups of what is no projection. */
export class RecoveryStack extends Stack {
  readonly workers: QueueWorker[];

  constructor(
    scope: Construct,
    id: string,
    config: StageConfig,
    { storage, intake }: { storage: StorageStack; intake: IntakeStack },
    codeOf: CodeOf,
  ) {
    super(scope, id);

    const projections = new QueueWorker(this, 'Projections', {
      config,
      failures: storage.failures,
      queue: 'projections',
      // Grouped by ORI, so that no agency is rebuilt twice at a time.
      fifo: true,
      function: 'rebuild-projections',
      code: codeOf('rebuild-projections'),
      timeout: Duration.minutes(15),
      memory: 1769,
      batchSize: 1,
      maxConcurrency: config.concurrency.parts,
      access: {
        LEDGER_TABLE: scanTable(storage.ledger),
        KEYS_TABLE: readTable(storage.keys),
        MONTHS_TABLE: writeTable(storage.months),
        WORK_BUCKET: keepFolder(storage.work, 'rebuilt'),
      },
    });
    // It asks itself for the parts of its work.
    projections.function.definition.addEnvironment('PROJECTIONS_QUEUE_URL', projections.queue.queueUrl);
    projections.queue.grantSendMessages(projections.function);
    this.workers = [projections];
    new CfnOutput(this, 'ProjectionsQueueUrl', { value: projections.queue.queueUrl });

    if (config.backup) this.addBackups(config, config.backup, { storage, intake });
  }

  /** Of the tables that cannot be rebuilt, and of the buckets of what came in and what was sent. */
  private addBackups(
    { stage }: StageConfig,
    { copyTo }: NonNullable<StageConfig['backup']>,
    { storage, intake }: { storage: StorageStack; intake: IntakeStack },
  ): void {
    const vault = new BackupVault(this, 'Vault', {
      backupVaultName: `nibrs-${stage}`,
      encryptionKey: new Key(this, 'VaultKey', {
        enableKeyRotation: true,
        removalPolicy: RemovalPolicy.RETAIN,
        description: `Encrypts backups (${stage})`,
      }),
      lockConfiguration: {
        // The lock wants it to be less than the most.
        minRetention: Duration.days(backupDays - 1),
        maxRetention: Duration.days(backupDays),
        changeableFor: Duration.days(daysToChangeLock),
      },
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const plan = new BackupPlan(this, 'Plan', { backupPlanName: `nibrs-${stage}`, backupVault: vault });
    plan.addRule(
      new BackupPlanRule({
        ruleName: 'daily',
        // After the calendar's last hour of any day, in UTC.
        scheduleExpression: Schedule.cron({ hour: '19', minute: '0' }),
        startWindow: Duration.hours(1),
        completionWindow: Duration.hours(8),
        deleteAfter: Duration.days(backupDays),
        ...(copyTo.length > 0 && {
          copyActions: copyTo.map((arn) => ({
            destinationBackupVault: this.vaultAt(arn),
            deleteAfter: Duration.days(backupDays),
          })),
        }),
      }),
    );
    const policies = ['service-role/AWSBackupServiceRolePolicyForBackup', 'AWSBackupServiceRolePolicyForS3Backup'];
    const role = new Role(this, 'BackupRole', {
      assumedBy: new ServicePrincipal('backup.amazonaws.com'),
      managedPolicies: policies.map((name) => ManagedPolicy.fromAwsManagedPolicyName(name)),
    });
    for (const name of policies) {
      Validations.of(role).acknowledge({
        id: `AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/${name}]`,
        reason: 'What AWS Backup needs is known to AWS and changes with it; only that service can take the role.',
      });
    }
    plan.addSelection('Selection', {
      role,
      resources: [
        BackupResource.fromDynamoDbTable(storage.ledger),
        BackupResource.fromDynamoDbTable(storage.keys),
        BackupResource.fromArn(intake.inbox.bucketArn),
        BackupResource.fromArn(storage.outbox.bucketArn),
      ],
    });
    new CfnOutput(this, 'BackupVaultName', { value: vault.backupVaultName });
  }

  private vaultAt(arn: string): IBackupVault {
    return BackupVault.fromBackupVaultArn(this, `CopyTo${arn.replaceAll(/\W/g, '')}`, arn);
  }
}
