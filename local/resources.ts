import { CreateTableCommand, ResourceInUseException } from '@aws-sdk/client-dynamodb';
import type { LocalClients } from './clients.ts';
import type { Engines } from './engines/index.ts';
import type { Plan, TablePlan } from './template/plan.ts';

/** Creates what the engines do not have yet; whatever they kept from the last time stays. */
export async function createResources(plan: Plan, engines: Engines, { documents }: LocalClients): Promise<void> {
  for (const queue of plan.queues) await engines.fauxqs.ensureQueue(queue);
  for (const bucket of plan.buckets) engines.fauxqs.ensureBucket(bucket);
  for (const arn of plan.keys) engines.kms.ensureKey(arn);
  for (const table of plan.tables) await ensureTable(table, documents);
}

async function ensureTable({ name, definition }: TablePlan, documents: LocalClients['documents']): Promise<void> {
  try {
    await documents.send(new CreateTableCommand({ TableName: name, ...definition }));
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error;
  }
}
