import { CfnOutput, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AttributeType, BillingMode, ProjectionType, Table, type TableProps } from 'aws-cdk-lib/aws-dynamodb';
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import { ObjectLockRetention } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { keysTableDefinition, ledgerTableDefinition } from '../../shared/ledger/tables.ts';
import type { StageConfig } from '../config.ts';
import { PrivateBucket } from '../constructs/private-bucket.ts';

/**
 * What must outlive every deployment: the ledger, the keys of its reports, the projections, the keys that wrap the
 * reports' keys, and the buckets of what was found and what was sent.
 */
export class StorageStack extends Stack {
  readonly ledger: Table;
  readonly keys: Table;
  readonly months: Table;
  /** Wraps the keys of the federal halves. */
  readonly federalKey: Key;
  /** Wraps the keys of the state halves. Whoever writes the FBI's file has no grant on it. */
  readonly stateKey: Key;
  /** Makes the fingerprints by which a report is known again; only whoever files reports may use it. */
  readonly fingerprintKey: Key;
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

    const keySettings = { enableKeyRotation: true, removalPolicy: removalPolicy(config) };
    this.federalKey = new Key(this, 'FederalKey', {
      ...keySettings,
      description: `Wraps the keys of reports' federal halves (${config.stage})`,
    });
    this.stateKey = new Key(this, 'StateKey', {
      ...keySettings,
      description: `Wraps the keys of reports' state halves (${config.stage})`,
    });

    // An HMAC key has no rotation: the same content must have the same fingerprint for good.
    this.fingerprintKey = new Key(this, 'FingerprintKey', {
      keySpec: KeySpec.HMAC_256,
      keyUsage: KeyUsage.GENERATE_VERIFY_MAC,
      removalPolicy: removalPolicy(config),
      description: `Makes the fingerprints of reports' contents (${config.stage})`,
    });

    this.work = new PrivateBucket(this, 'Work', config, {
      lifecycleRules: [
        // Parts can be built again from the ledger at any time.
        { prefix: 'parts/', expiration: Duration.days(30) },
        // So can files that somebody asked to see again.
        { prefix: 'rebuilt/', expiration: Duration.days(7) },
        // Findings quote what a report says of persons: they stay as long as an agency may be correcting it.
        { prefix: 'findings/', expiration: Duration.days(365) },
      ],
    });
    this.outbox = new PrivateBucket(this, 'Outbox', config, {
      versioned: true,
      objectLockEnabled: true,
      objectLockDefaultRetention: ObjectLockRetention.governance(Duration.days(config.outboxLockDays)),
    });

    new CfnOutput(this, 'LedgerTable', { value: this.ledger.tableName });
    new CfnOutput(this, 'KeysTable', { value: this.keys.tableName });
    new CfnOutput(this, 'MonthsTable', { value: this.months.tableName });
    new CfnOutput(this, 'WorkBucket', { value: this.work.bucketName });
    new CfnOutput(this, 'OutboxBucket', { value: this.outbox.bucketName });
    new CfnOutput(this, 'FederalKeyArn', { value: this.federalKey.keyArn });
    new CfnOutput(this, 'StateKeyArn', { value: this.stateKey.keyArn });
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
