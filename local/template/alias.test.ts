import { expect, it } from 'vitest';
import type { Stack } from './assembly.ts';
import { planOf } from './plan-of.ts';

/** What the local cloud makes of the alias of a function, with `changed` properties, and of a queue's mapping to it. */
function planWith(changed: object) {
  const version = { 'Fn::GetAtt': ['ReadVersion', 'Version'] };
  const alias = { FunctionName: { Ref: 'Read' }, FunctionVersion: version, Name: 'live', ...changed };
  const name = { 'Fn::Select': [6, { 'Fn::Split': [':', { Ref: 'ReadLive' }] }] };
  const stack: Stack = {
    name: 'work',
    Parameters: {},
    Resources: {
      Queue: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'q' } },
      Read: {
        Type: 'AWS::Lambda::Function',
        Properties: { FunctionName: 'read', Code: { S3Key: 'code.zip' }, Handler: 'index.handler' },
      },
      ReadVersion: { Type: 'AWS::Lambda::Version', Properties: { FunctionName: { Ref: 'Read' } } },
      ReadLive: { Type: 'AWS::Lambda::Alias', Properties: alias },
      Mapping: {
        Type: 'AWS::Lambda::EventSourceMapping',
        Properties: {
          EventSourceArn: { 'Fn::GetAtt': ['Queue', 'Arn'] },
          FunctionName: { 'Fn::Join': ['', [name, ':live']] },
        },
      },
    },
    Outputs: { Called: { Value: { Ref: 'ReadLive' } } },
  };
  const nowhere = 'http://127.0.0.1';
  const addresses = { objectsAndQueues: nowhere, gateway: nowhere, identity: nowhere };
  return planOf({ stacks: [stack], assets: new Map([['code', '/code']]) }, {}, addresses);
}

it('a queue feeds a function by its alias', () => {
  const { aliases, mappings, outputs } = planWith({});
  expect(aliases).toEqual([{ name: 'read:live', functionName: 'read' }]);
  expect(mappings).toMatchObject([{ functionName: 'read:live' }]);
  expect(outputs.Called).toMatch(/^arn:aws:lambda:[^:]+:\d+:function:read:live$/);
});

it('an alias that shares calls out to two versions is an error', () => {
  const routing = { AdditionalVersionWeights: [{ FunctionVersion: '2', FunctionWeight: 0.1 }] };
  expect(() => planWith({ RoutingConfig: routing })).toThrow(/ReadLive \(AWS::Lambda::Alias\).*RoutingConfig/s);
});
