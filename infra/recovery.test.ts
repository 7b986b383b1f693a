import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, type Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { afterAll, describe, expect, it } from 'vitest';
import cdk from '../cdk.json' with { type: 'json' };
import { stageConfig } from './config.ts';
import { addNibrsLedger } from './nibrs-ledger.ts';
import { IntakeStack } from './stacks/intake.ts';
import { RecoveryStack } from './stacks/recovery.ts';
import { StorageStack } from './stacks/storage.ts';

const outdir = mkdtempSync(join(tmpdir(), 'nibrs-recovery-test-'));
afterAll(() => rmSync(outdir, { recursive: true }));

const code = () => Code.fromInline('exports.handler = async () => {}');
const openApp = (name: string) =>
  new App({ outdir: join(outdir, name), context: cdk.context, analyticsReporting: false });

function recoveryOf(stage: string): Template {
  const app = openApp(stage);
  addNibrsLedger(app, stage, code);
  return Template.fromStack(app.node.findChild(`nibrs-${stage}-recovery`) as Stack);
}

const prod = recoveryOf('prod');

describe('backups', () => {
  it('are made daily of what cannot be rebuilt, and of nothing else', () => {
    prod.hasResourceProperties('AWS::Backup::BackupPlan', {
      BackupPlan: {
        BackupPlanRule: [{ RuleName: 'daily', ScheduleExpression: 'cron(0 19 * * ? *)', CopyActions: Match.absent() }],
      },
    });
    const [selection] = Object.values(prod.findResources('AWS::Backup::BackupSelection'));
    const resources: unknown[] = selection?.Properties.BackupSelection.Resources;
    const named = resources.map(
      (resource) => JSON.stringify(resource).match(/Ledger|Keys|Months|Inbox|Outbox|Work/)?.[0],
    );
    expect(named.sort()).toEqual(['Inbox', 'Keys', 'Ledger', 'Outbox']);
  });

  it('can be deleted by nobody for 35 days, and keep what was expunged no longer', () => {
    prod.hasResource('AWS::Backup::BackupVault', {
      Properties: { LockConfiguration: { MinRetentionDays: 34, MaxRetentionDays: 35, ChangeableForDays: 7 } },
      DeletionPolicy: 'Retain',
    });
    prod.hasResourceProperties('AWS::Backup::BackupPlan', {
      BackupPlan: { BackupPlanRule: [{ Lifecycle: { DeleteAfterDays: 35 } }] },
    });
  });

  it('are copied to the vaults that the stage names', () => {
    const app = openApp('copied');
    const destination = 'arn:aws-us-gov:backup:us-gov-east-1:111122223333:backup-vault:nibrs-prod';
    const config = { ...stageConfig('prod'), backup: { copyTo: [destination] } };
    const storage = new StorageStack(app, 'storage', config);
    const intake = new IntakeStack(app, 'intake', config, storage, code);
    const recovery = new RecoveryStack(app, 'recovery', config, { storage, intake }, code);
    Template.fromStack(recovery).hasResourceProperties('AWS::Backup::BackupPlan', {
      BackupPlan: {
        BackupPlanRule: [
          { CopyActions: [{ DestinationBackupVaultArn: destination, Lifecycle: { DeleteAfterDays: 35 } }] },
        ],
      },
    });
  });

  it.each(['dev', 'staging'])('are not made in %s', (stage) => {
    const template = recoveryOf(stage);
    template.resourceCountIs('AWS::Backup::BackupVault', 0);
    template.resourceCountIs('AWS::Backup::BackupPlan', 0);
  });
});
