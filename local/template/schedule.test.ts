import { expect, it } from 'vitest';
import type { Stack } from './assembly.ts';
import { planOf } from './plan-of.ts';

const properties = {
  Name: 'nibrs-dev-close',
  ScheduleExpression: 'cron(0 11 11 * ? *)',
  ScheduleExpressionTimezone: 'Etc/UTC',
  State: 'ENABLED',
  FlexibleTimeWindow: { Mode: 'OFF' },
  Target: {
    Arn: { 'Fn::GetAtt': ['Queue', 'Arn'] },
    Input: '{"action":"close"}',
    RoleArn: { 'Fn::GetAtt': ['Role', 'Arn'] },
  },
};

function planWith(changed: object) {
  const stack: Stack = {
    name: 'calendar',
    Parameters: {},
    Resources: {
      Queue: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'nibrs-dev-schedule' } },
      Role: { Type: 'AWS::IAM::Role', Properties: {} },
      Close: { Type: 'AWS::Scheduler::Schedule', Properties: { ...properties, ...changed } },
    },
    Outputs: {},
  };
  const nowhere = 'http://127.0.0.1';
  const addresses = { objectsAndQueues: nowhere, gateway: nowhere, identity: nowhere };
  return planOf({ stacks: [stack], assets: new Map() }, {}, addresses);
}

it('a schedule sends its message to its queue on its days', () => {
  const { queues, schedules } = planWith({});
  expect(schedules).toEqual([
    {
      name: 'nibrs-dev-close',
      times: { days: [11], hour: 11, minute: 0 },
      queueArn: queues[0]?.arn,
      input: '{"action":"close"}',
    },
  ]);
});

it.each([
  { ScheduleExpression: 'rate(1 day)' },
  { ScheduleExpressionTimezone: 'America/Chicago' },
  { State: 'DISABLED' },
  { FlexibleTimeWindow: { Mode: 'FLEXIBLE', MaximumWindowInMinutes: 5 } },
  { EndDate: '2027-01-01T00:00:00Z' },
  { Target: { ...properties.Target, EcsParameters: {} } },
])('a schedule that would run otherwise is an error that names it: %j', (changed) => {
  expect(() => planWith(changed)).toThrow(/Stack calendar, resource Close .*cannot run it as it is/s);
});
