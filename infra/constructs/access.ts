import { type CfnElement, Stack, Validations } from 'aws-cdk-lib';
import type { CfnTable, Table } from 'aws-cdk-lib/aws-dynamodb';
import { Grant, type Role } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { PrivateBucket } from './private-bucket.ts';

/** What a function is told in an environment variable together with the permission it needs to use it. */
export interface Access {
  value: string;
  grant(grantee: Role): void;
}

/** A value that needs no permission. */
export function setting(value: string): Access {
  return { value, grant: () => {} };
}

const readActions = ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'];
const addActions = ['dynamodb:PutItem', 'dynamodb:ConditionCheckItem'];
const changeActions = ['dynamodb:UpdateItem', 'dynamodb:DeleteItem', 'dynamodb:BatchWriteItem'];

/** Reads items of a table and its indexes. */
export function readTable(table: Table): Access {
  return tableAccess(table, readActions);
}

/** Reads and adds items, and can neither update nor delete one: history is only ever added to. */
export function appendToTable(table: Table): Access {
  return tableAccess(table, [...readActions, ...addActions]);
}

/** Reads and writes items of a projection. */
export function writeTable(table: Table): Access {
  return tableAccess(table, [...readActions, ...addActions, ...changeActions]);
}

/** Reads items of a table, all of them too. */
export function scanTable(table: Table): Access {
  return tableAccess(table, [...readActions, 'dynamodb:Scan']);
}

/** Puts items into a table, and reads none. */
export function putInTable(table: Table): Access {
  return tableAccess(table, ['dynamodb:PutItem']);
}

/** Deletes items of a table, and neither reads nor writes one. */
export function destroyInTable(table: Table): Access {
  return tableAccess(table, ['dynamodb:DeleteItem']);
}

function tableAccess(table: Table, actions: string[]): Access {
  return {
    value: table.tableName,
    grant: (grantee) =>
      Grant.addToPrincipal({ grantee, actions, resourceArns: [table.tableArn, ...indexArnsOf(table)] }),
  };
}

function indexArnsOf(table: Table): string[] {
  const { globalSecondaryIndexes } = table.node.defaultChild as CfnTable;
  const indexes: { indexName: string }[] = Stack.of(table).resolve(globalSecondaryIndexes) ?? [];
  return indexes.map(({ indexName }) => `${table.tableArn}/index/${indexName}`);
}

const readObjects = ['s3:GetObject', 's3:GetObjectVersion'];
const writeObjects = ['s3:PutObject', 's3:AbortMultipartUpload'];

/** Reads objects, old versions of them too. */
export function readBucket(bucket: PrivateBucket): Access {
  return bucketAccess(bucket, readObjects);
}

/** Reads objects of one folder. */
export function readFolder(bucket: PrivateBucket, folder: string): Access {
  return bucketAccess(bucket, readObjects, `${folder}/*`);
}

/** Reads objects of some folders. Whoever lists them sees the names of all objects of the bucket. */
export function readFolders(bucket: PrivateBucket, folders: readonly string[]): Access {
  return {
    value: bucket.bucketName,
    grant: (grantee) => {
      for (const folder of folders) readFolder(bucket, folder).grant(grantee);
    },
  };
}

/** Lets others upload objects in its name, in one piece or in parts, and reads them; deletes none. */
export function takeUploads(bucket: PrivateBucket): Access {
  return bucketAccess(bucket, [...readObjects, ...writeObjects, 's3:ListMultipartUploadParts']);
}

/** Reads and writes objects; deletes none. */
export function writeBucket(bucket: PrivateBucket): Access {
  return bucketAccess(bucket, [...readObjects, ...writeObjects]);
}

/** Reads, writes and deletes objects. */
export function editBucket(bucket: PrivateBucket): Access {
  return bucketAccess(bucket, [...readObjects, ...writeObjects, 's3:DeleteObject']);
}

/** Reads and writes objects, and deletes single versions of them for good, locked ones too. */
export function editVersions(bucket: PrivateBucket): Access {
  return bucketAccess(bucket, [
    ...readObjects,
    ...writeObjects,
    's3:DeleteObjectVersion',
    's3:BypassGovernanceRetention',
  ]);
}

/** What is done with objects of a bucket, which includes listing them. */
function bucketAccess(bucket: PrivateBucket, actions: string[], keys = '*'): Access {
  return {
    value: bucket.bucketName,
    grant: (grantee) => {
      Grant.addToPrincipal({
        grantee,
        actions: ['s3:ListBucket', 's3:ListBucketVersions'],
        resourceArns: [bucket.bucketArn],
      });
      grantObjects(bucket, keys, actions, grantee);
    },
  };
}

/** Writes objects of one folder, and reads none. */
export function writeFolder(bucket: PrivateBucket, folder: string): Access {
  return {
    value: bucket.bucketName,
    grant: (grantee) => grantObjects(bucket, `${folder}/*`, writeObjects, grantee),
  };
}

/** Reads and writes objects of one folder. Whoever lists it sees the names of all objects of the bucket. */
export function keepFolder(bucket: PrivateBucket, folder: string): Access {
  return {
    value: bucket.bucketName,
    grant: (grantee) => {
      Grant.addToPrincipal({ grantee, actions: ['s3:ListBucket'], resourceArns: [bucket.bucketArn] });
      grantObjects(bucket, `${folder}/*`, ['s3:GetObject', 's3:PutObject'], grantee);
    },
  };
}

function grantObjects(bucket: PrivateBucket, keys: string, actions: string[], grantee: Role): void {
  Grant.addToPrincipal({ grantee, actions, resourceArns: [bucket.arnForObjects(keys)] });
  // A writer needs Decrypt too: an upload in parts is put together from what was encrypted before.
  const writes = actions.includes('s3:PutObject');
  bucket.filesKey.grant(grantee, 'kms:Decrypt', ...(writes ? ['kms:GenerateDataKey'] : []));

  const logicalId = Stack.of(bucket).getLogicalId(bucket.node.defaultChild as CfnElement);
  Validations.of(grantee).acknowledge({
    id: `AwsSolutions-IAM5[Resource::<${logicalId}.Arn>/${keys}]`,
    reason: 'Names one bucket, and the folder where there is one; which objects will be in it is not known beforehand.',
  });
}

/** Sends messages to a queue. */
export function sendTo(queue: IQueue): Access {
  return { value: queue.queueUrl, grant: (grantee) => queue.grantSendMessages(grantee) };
}

/** Calls a function and waits for its reply. */
export function call(live: IFunction): Access {
  return {
    value: live.functionName,
    grant: (grantee) =>
      Grant.addToPrincipal({ grantee, actions: ['lambda:InvokeFunction'], resourceArns: [live.functionArn] }),
  };
}

/** Makes data keys, and opens those that were made before. */
export function sealWith(key: IKey): Access {
  return { value: key.keyArn, grant: (grantee) => key.grant(grantee, 'kms:GenerateDataKey', 'kms:Decrypt') };
}

/** Opens data keys, and makes none. */
export function openWith(key: IKey): Access {
  return { value: key.keyArn, grant: (grantee) => key.grant(grantee, 'kms:Decrypt') };
}

/** Makes message authentication codes. */
export function authenticateWith(key: IKey): Access {
  return { value: key.keyArn, grant: (grantee) => key.grant(grantee, 'kms:GenerateMac') };
}
