import { CfnOutput, Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { AttributeType, BillingMode, ProjectionType, Table, type TableProps } from 'aws-cdk-lib/aws-dynamodb';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { keysTableDefinition, ledgerTableDefinition } from '../../shared/ledger/tables.ts';
import { failuresTableDefinition } from '../../shared/operations/failures.ts';
import type { StageConfig } from '../config.ts';
import { AccessLogs } from '../constructs/access-logs.ts';
import { PrivateBucket, type PrivateBucketProps } from '../constructs/private-bucket.ts';
import { createReportKey } from '../constructs/report-key.ts';

/**
 * What must outlive every deployment: the ledger, the keys of its reports, the projections, the keys that wrap the
 * reports' keys, and the buckets of what was found and what was sent.
 */
export class StorageStack extends Stack {
  readonly ledger: Table;
  readonly keys: Table;
  readonly months: Table;
  /** Why messages failed, for as long as a dead letter is kept. */
  readonly failures: Table;
  /** Wraps the keys of the federal halves. */
  readonly federalKey: Key;
  /** Wraps the keys of the state halves. Whoever writes the FBI's file has no grant on it. */
  readonly stateKey: Key;
  /** Makes the fingerprints by which a report is known again; only whoever files reports may use it. */
  readonly fingerprintKey: Key;
  /** What every bucket of this system is made with: the key of its objects and where its requests are recorded. */
  readonly bucketProps: Pick<PrivateBucketProps, 'filesKey' | 'accessLogs'>;
  readonly work: PrivateBucket;
  readonly outbox: PrivateBucket;

  constructor(scope: Construct, id: string, config: StageConfig) {
    super(scope, id);

    this.ledger = createLedgerTable(this, config);
    this.keys = new Table(this, 'Keys', {
      ...tableSettings(config),
      partitionKey: { name: keysTableDefinition.partitionKey, type: AttributeType.STRING },
      sortKey: { name: keysTableDefinition.sortKey, type: AttributeType.STRING },
    });
    this.months = new Table(this, 'Months', {
      ...tableSettings(config),
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
    });

    this.failures = new Table(this, 'Failures', {
      ...tableSettings(config),
      partitionKey: { name: failuresTableDefinition.partitionKey, type: AttributeType.STRING },
      timeToLiveAttribute: failuresTableDefinition.expires,
    });

    for (const table of [this.ledger, this.keys, this.months, this.failures]) {
      Validations.of(table).acknowledge({
        id: 'NIST.800.53.R5-DynamoDBInBackupPlan',
        reason:
          'Point-in-time recovery keeps every second of 35 days. A plan of AWS Backup is a stack of its own, which the ' +
          'rule does not look into.',
      });
    }

    this.federalKey = createReportKey(this, 'FederalKey', {
      config,
      description: `Wraps the keys of reports' federal halves (${config.stage})`,
      users: ['process-reports', 'build-part', 'rebuild-file', 'read-elements', 'read-history', 'count-arrests'],
    });
    this.stateKey = createReportKey(this, 'StateKey', {
      config,
      description: `Wraps the keys of reports' state halves (${config.stage})`,
      users: ['process-reports', 'read-elements', 'count-arrests'],
    });
    // An HMAC key has no rotation: the same content must have the same fingerprint for good.
    this.fingerprintKey = createReportKey(this, 'FingerprintKey', {
      config,
      description: `Makes the fingerprints of reports' contents (${config.stage})`,
      users: ['process-reports'],
      mac: true,
    });

    this.bucketProps = {
      filesKey: new Key(this, 'FilesKey', {
        enableKeyRotation: true,
        removalPolicy: removalPolicy(config),
        description: `Encrypts the files in buckets (${config.stage})`,
      }),
      accessLogs: new AccessLogs(this, 'AccessLogs', config),
    };
    this.work = new PrivateBucket(this, 'Work', {
      config,
      ...this.bucketProps,
      lifecycleRules: [
        // Parts can be built again from the ledger at any time.
        { prefix: 'parts/', expiration: Duration.days(30) },
        // So can files that somebody asked to see again.
        { prefix: 'rebuilt/', expiration: Duration.days(7) },
        // Findings quote what a report says of persons: they stay as long as an agency may be correcting it.
        { prefix: 'findings/', expiration: Duration.days(365) },
      ],
    });
    this.outbox = new PrivateBucket(this, 'Outbox', { config, ...this.bucketProps, lockDays: config.outboxLockDays });

    new CfnOutput(this, 'LedgerTable', { value: this.ledger.tableName });
    new CfnOutput(this, 'KeysTable', { value: this.keys.tableName });
    new CfnOutput(this, 'MonthsTable', { value: this.months.tableName });
    new CfnOutput(this, 'FailuresTable', { value: this.failures.tableName });
    new CfnOutput(this, 'WorkBucket', { value: this.work.bucketName });
    new CfnOutput(this, 'OutboxBucket', { value: this.outbox.bucketName });
    new CfnOutput(this, 'FederalKeyArn', { value: this.federalKey.keyArn });
    new CfnOutput(this, 'StateKeyArn', { value: this.stateKey.keyArn });
    new CfnOutput(this, 'FilesKeyArn', { value: this.bucketProps.filesKey.keyArn });
  }
}

function createLedgerTable(scope: Construct, config: StageConfig): Table {
  const { partitionKey, sortKey, index } = ledgerTableDefinition;
  const ledger = new Table(scope, 'Ledger', {
    ...tableSettings(config),
    partitionKey: { name: partitionKey, type: AttributeType.STRING },
    sortKey: { name: sortKey, type: AttributeType.NUMBER },
  });
  ledger.addGlobalSecondaryIndex({
    indexName: index.name,
    partitionKey: { name: index.partitionKey, type: AttributeType.STRING },
    sortKey: { name: index.sortKey, type: AttributeType.STRING },
    projectionType: ProjectionType.INCLUDE,
    nonKeyAttributes: [...index.projected],
  });
  return ledger;
}

function tableSettings(config: StageConfig): Omit<TableProps, 'partitionKey'> {
  return {
    billingMode: BillingMode.PAY_PER_REQUEST,
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    deletionProtection: config.keepsData,
    removalPolicy: removalPolicy(config),
  };
}

function removalPolicy(config: StageConfig): RemovalPolicy {
  return config.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
}
