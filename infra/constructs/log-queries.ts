import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import { CfnQueryDefinition } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { StageConfig } from '../config.ts';

/** The questions that runbooks ask of the logs, by the names under which CloudWatch Logs Insights has them saved. */
export const logQueries: Record<string, string> = {
  'why messages failed': `fields @timestamp, service, ori, period, submission, transmission, error.name, error.message
| filter level = "ERROR" or level = "WARN"
| filter ispresent(messageId)
| sort @timestamp desc
| limit 100`,
  'failures by cause': `filter level = "ERROR" or level = "WARN"
| filter ispresent(error.name)
| stats count(*) as failures, latest(@timestamp) as last by service, error.name, error.message
| sort failures desc`,
  'one submission': `fields @timestamp, service, chunk, ori, level, message, error.message
| filter submission = "PASTE ITS ID"
| sort @timestamp`,
  'one transmission': `fields @timestamp, service, ori, level, message, reason, error.message
| filter transmission = "PASTE ITS ID"
| sort @timestamp`,
  'slowest calls': `filter @type = "REPORT"
| stats max(@duration) as ms, max(@maxMemoryUsed / 1000000) as mb, count(*) as calls by @log
| sort ms desc`,
  'gaps of our edits': `fields @timestamp, transmission, code
| filter message = "The FBI found what our edits did not"
| stats count(*) as gaps by transmission, code`,
};

/** Saves the queries over the log groups of all functions. */
export function saveLogQueries(scope: Construct, { stage }: StageConfig, logGroups: readonly ILogGroup[]): void {
  for (const [name, queryString] of Object.entries(logQueries)) {
    new CfnQueryDefinition(scope, `${name} query`, {
      name: `nibrs-${stage}/${name}`,
      queryString,
      logGroupNames: logGroups.map(({ logGroupName }) => logGroupName),
    });
  }
}
