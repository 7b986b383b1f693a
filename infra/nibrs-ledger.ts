import { type App, Stack } from 'aws-cdk-lib';
import { stageConfig } from './config.ts';
import type { CodeOf } from './functions.ts';
import { ApiStack } from './stacks/api.ts';
import { AuditStack } from './stacks/audit.ts';
import { ExpungementStack } from './stacks/expungement.ts';
import { ExtractStack } from './stacks/extract.ts';
import { FbiStack } from './stacks/fbi.ts';
import { IntakeStack } from './stacks/intake.ts';
import { OperationsStack } from './stacks/operations.ts';
import { ProtectionStack } from './stacks/protection.ts';
import { RecoveryStack } from './stacks/recovery.ts';
import { ScheduleStack } from './stacks/schedule.ts';
import { StorageStack } from './stacks/storage.ts';

/**
 * Adds all stacks of a stage to `app`, with the code of the functions from `codeOf`. They name neither account nor
 * region, so they can be synthesized anywhere, without a network.
 */
export function addNibrsLedger(app: App, stage: string, codeOf: CodeOf): void {
  const config = stageConfig(stage);
  const storage = new StorageStack(app, `nibrs-${stage}-storage`, config);
  const intake = new IntakeStack(app, `nibrs-${stage}-intake`, config, storage, codeOf);
  const extract = new ExtractStack(app, `nibrs-${stage}-extract`, config, storage, codeOf);
  const fbi = new FbiStack(app, `nibrs-${stage}-fbi`, config, storage, codeOf);
  const protection = new ProtectionStack(app, `nibrs-${stage}-protection`, config, storage, codeOf);
  const expungement = new ExpungementStack(app, `nibrs-${stage}-expungement`, config, { storage, intake }, codeOf);
  const schedule = new ScheduleStack(app, `nibrs-${stage}-schedule`, config, { storage, extract, fbi }, codeOf);
  const recovery = new RecoveryStack(app, `nibrs-${stage}-recovery`, config, { storage, intake }, codeOf);
  const workers = [intake, extract, fbi, schedule, protection, expungement, recovery].flatMap((stack) => stack.workers);
  const surroundings = { storage, intake, extract, fbi, protection, expungement, workers };
  new ApiStack(app, `nibrs-${stage}-api`, config, surroundings, codeOf);
  if (config.recordsAccess) new AuditStack(app, `nibrs-${stage}-audit`, config, { storage, intake, protection });
  new OperationsStack(app, `nibrs-${stage}-operations`, config, workers);
  for (const stack of app.node.children.filter((child) => Stack.isStack(child))) {
    stack.terminationProtection = config.keepsData;
    stack.tags.setTag('project', 'nibrs-ledger');
    stack.tags.setTag('stage', stage);
  }
}
