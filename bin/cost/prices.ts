/** What AWS asks for, in US dollars. */
export interface Price {
  service: string;
  unit: string;
  dollars: number;
}

/**
 * List prices of us-east-1 without free tiers, discounts and taxes. Which of them were looked up on the day of
 * `priceDate`, and where, stands in `docs/cost.md`; the others are as they were known, so check them before a budget
 * depends on them. GovCloud asks about a fifth more for most of them.
 */
export const priceDate = '2026-11-22';
export const priceRegion = 'us-east-1';

export const prices = {
  writeUnit: { service: 'DynamoDB', unit: 'write request unit', dollars: 0.625e-6 },
  readUnit: { service: 'DynamoDB', unit: 'read request unit', dollars: 0.125e-6 },
  tableStorage: { service: 'DynamoDB', unit: 'GB-month', dollars: 0.25 },
  pointInTime: { service: 'DynamoDB', unit: 'GB-month of point-in-time recovery', dollars: 0.2 },
  put: { service: 'S3', unit: 'PUT or LIST', dollars: 5e-6 },
  get: { service: 'S3', unit: 'GET or HEAD', dollars: 0.4e-6 },
  objectStorage: { service: 'S3', unit: 'GB-month', dollars: 0.023 },
  queue: { service: 'SQS', unit: 'request, at the price of FIFO queues', dollars: 0.5e-6 },
  invocation: { service: 'Lambda', unit: 'request', dollars: 0.2e-6 },
  compute: { service: 'Lambda', unit: 'GB-second on ARM', dollars: 0.0000133334 },
  keyRequest: { service: 'KMS', unit: 'request', dollars: 3e-6 },
  key: { service: 'KMS', unit: 'key-month', dollars: 1 },
  tableBackup: { service: 'Backup', unit: 'GB-month of tables', dollars: 0.1 },
  objectBackup: { service: 'Backup', unit: 'GB-month of objects', dollars: 0.05 },
  apiRequest: { service: 'API Gateway', unit: 'request', dollars: 3.5e-6 },
  dataOut: { service: 'API Gateway', unit: 'GB sent out', dollars: 0.09 },
  firewall: { service: 'WAF', unit: 'firewall-month', dollars: 5 },
  firewallRule: { service: 'WAF', unit: 'rule-month', dollars: 1 },
  inspection: { service: 'WAF', unit: 'request', dollars: 0.6e-6 },
  person: { service: 'Cognito', unit: 'active person, plan Plus', dollars: 0.02 },
  machine: { service: 'Cognito', unit: 'client-month of a machine', dollars: 6 },
  machineToken: { service: 'Cognito', unit: 'token of a machine', dollars: 2.25e-3 },
  alarm: { service: 'CloudWatch', unit: 'alarm-month', dollars: 0.1 },
  metric: { service: 'CloudWatch', unit: 'metric-month of functions, at most', dollars: 0.3 },
  dashboard: { service: 'CloudWatch', unit: 'dashboard-month', dollars: 3 },
  logs: { service: 'CloudWatch', unit: 'GB of logs', dollars: 0.5 },
} as const satisfies Record<string, Price>;
export type PriceName = keyof typeof prices;
