import { UsageError } from '../shared/errors.ts';

/** What differs between the stages of a deployment; everything else is the same in all of them. */
export interface StageConfig {
  stage: Stage;
  /** Whether buckets, tables and keys survive the deletion of their stack, and tables refuse to be deleted. */
  keepsData: boolean;
  /** Days that logs are kept; a number CloudWatch Logs knows. */
  logDays: 30 | 90 | 365;
  /** Days for which nobody can delete or overwrite a sealed file. */
  outboxLockDays: number;
  /** How many chunks of reports are processed at once, and how many agencies' parts are built at once. */
  concurrency: { reports: number; parts: number };
}

export type Stage = 'dev' | 'staging' | 'prod';

const configs: Record<Stage, StageConfig> = {
  dev: { stage: 'dev', keepsData: false, logDays: 30, outboxLockDays: 1, concurrency: { reports: 10, parts: 10 } },
  staging: {
    stage: 'staging',
    keepsData: false,
    logDays: 90,
    outboxLockDays: 1,
    concurrency: { reports: 50, parts: 20 },
  },
  prod: {
    stage: 'prod',
    keepsData: true,
    logDays: 365,
    outboxLockDays: 365 * 5,
    concurrency: { reports: 50, parts: 20 },
  },
};

/** The configuration of a stage by its name. Throws `UsageError` when there is no such stage. */
export function stageConfig(stage: string): StageConfig {
  if (stage === 'dev' || stage === 'staging' || stage === 'prod') return configs[stage];
  throw new UsageError(`There is no stage "${stage}": use one of ${Object.keys(configs).join(', ')}`);
}
