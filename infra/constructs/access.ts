import type { ITable, Table } from 'aws-cdk-lib/aws-dynamodb';
import { Grant, type IGrantable } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';

/** What a function is told in an environment variable together with the permission it needs to use it. */
export interface Access {
  value: string;
  grant(grantee: IGrantable): void;
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

/** Deletes items of a table, and neither reads nor writes one. */
export function destroyInTable(table: Table): Access {
  return tableAccess(table, ['dynamodb:DeleteItem']);
}

function tableAccess(table: ITable, actions: string[]): Access {
  return {
    value: table.tableName,
    grant: (grantee) =>
      Grant.addToPrincipal({ grantee, actions, resourceArns: [table.tableArn, `${table.tableArn}/index/*`] }),
  };
}

/** Reads objects, old versions of them too. */
export function readBucket(bucket: IBucket): Access {
  return { value: bucket.bucketName, grant: (grantee) => bucket.grantRead(grantee) };
}

/** Reads and writes objects; deletes none. */
export function writeBucket(bucket: IBucket): Access {
  return {
    value: bucket.bucketName,
    grant: (grantee) => {
      bucket.grantRead(grantee);
      Grant.addToPrincipal({
        grantee,
        actions: ['s3:PutObject', 's3:AbortMultipartUpload'],
        resourceArns: [bucket.arnForObjects('*')],
      });
    },
  };
}

/** Reads, writes and deletes objects. */
export function editBucket(bucket: IBucket): Access {
  return alsoDeleting(bucket, 's3:DeleteObject');
}

/** Reads and writes objects, and deletes single versions of them for good. */
export function editVersions(bucket: IBucket): Access {
  return alsoDeleting(bucket, 's3:DeleteObjectVersion');
}

function alsoDeleting(bucket: IBucket, action: string): Access {
  const { value, grant } = writeBucket(bucket);
  return {
    value,
    grant: (grantee) => {
      grant(grantee);
      Grant.addToPrincipal({ grantee, actions: [action], resourceArns: [bucket.arnForObjects('*')] });
    },
  };
}

/** Writes objects of one folder, and reads none. */
export function writeFolder(bucket: IBucket, folder: string): Access {
  return {
    value: bucket.bucketName,
    grant: (grantee) =>
      Grant.addToPrincipal({
        grantee,
        actions: ['s3:PutObject'],
        resourceArns: [bucket.arnForObjects(`${folder}/*`)],
      }),
  };
}

/** Sends messages to a queue. */
export function sendTo(queue: IQueue): Access {
  return { value: queue.queueUrl, grant: (grantee) => queue.grantSendMessages(grantee) };
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
