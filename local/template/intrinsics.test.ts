import { describe, expect, it } from 'vitest';
import type { Stack } from './assembly.ts';
import { resolve, type Surroundings } from './intrinsics.ts';

const storage: Stack = {
  name: 'storage',
  Parameters: {},
  Resources: { Table: { Type: 'T', Properties: {} } },
  Outputs: { TableName: { Value: { Ref: 'Table' }, Export: { Name: 'storage:TableName' } } },
};
const intake: Stack = {
  name: 'intake',
  Parameters: { Profile: { Default: 'NONE' }, Submitter: {} },
  Resources: { Queue: { Type: 'Q', Properties: {} } },
  Outputs: {},
};
const surroundings: Surroundings = {
  stacks: [storage, intake],
  parameters: {},
  identify: (stack, logicalId) => ({ ref: `${stack.name}/${logicalId}`, attributes: { Arn: `arn:${logicalId}` } }),
  locate: (text) => text.replace('https://Queue.example', 'http://127.0.0.1'),
};
const resolved = (value: unknown, parameters = {}) => resolve(value, intake, { ...surroundings, parameters });

describe('a value of a template', () => {
  it.each([
    ['plain', 'plain'],
    [{ a: [1, { Ref: 'Queue' }] }, { a: [1, 'intake/Queue'] }],
    [{ 'Fn::GetAtt': ['Queue', 'Arn'] }, 'arn:Queue'],
    [{ 'Fn::GetAtt': 'Queue.Arn' }, 'arn:Queue'],
    [{ 'Fn::Join': ['-', ['a', { Ref: 'AWS::Region' }, { Ref: 'AWS::AccountId' }]] }, 'a-us-east-1-000000000000'],
    [{ 'Fn::Join': ['', ['https://', { 'Fn::Select': [1, ['', 'Queue']] }, '.example/a']] }, 'http://127.0.0.1/a'],
    [{ 'Fn::Select': ['1', { 'Fn::Split': [':', 'a:b:c'] }] }, 'b'],
    [
      { 'Fn::Sub': `\${Queue} \${Queue.Arn} \${AWS::Partition} \${!literal}` },
      `intake/Queue arn:Queue aws \${literal}`,
    ],
    [{ 'Fn::Sub': [`\${Name} of \${AWS::StackName}`, { Name: { Ref: 'Queue' } }] }, 'intake/Queue of intake'],
    [{ 'Fn::ImportValue': 'storage:TableName' }, 'storage/Table'],
    [{ keep: 1, drop: { Ref: 'AWS::NoValue' } }, { keep: 1 }],
    [{ Ref: 'Profile' }, 'NONE'],
  ])('%j is %j', (value, expected) => expect(resolved(value)).toEqual(expected));

  it('takes parameters before their defaults', () => {
    expect(resolved({ Ref: 'Profile' }, { Profile: 'MO' })).toBe('MO');
  });

  it.each([
    [{ Ref: 'Submitter' }, 'needs a value for parameter Submitter'],
    [{ Ref: 'Nothing' }, 'refers to Nothing'],
    [{ 'Fn::GetAtt': ['Queue', 'Colour'] }, 'no attribute Colour of Queue'],
    [{ 'Fn::ImportValue': 'nothing' }, 'imports nothing'],
    [{ 'Fn::Cidr': [] }, 'uses Fn::Cidr'],
  ])('%j is an error that says what is wrong', (value, message) => expect(() => resolved(value)).toThrow(message));
});
