import { App, CfnParameter, Duration, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { describe, expect, it } from 'vitest';
import { stageConfig } from './config.ts';
import { setting } from './constructs/access.ts';
import { createWorkerFunction } from './constructs/worker-function.ts';
import { appOf } from './testing/stage.ts';

interface Resource {
  // biome-ignore lint/suspicious/noExplicitAny: properties differ by resource type; tests say what they expect
  Properties: any;
  DeletionPolicy?: string;
  UpdateReplacePolicy?: string;
  UpdatePolicy?: unknown;
}
type Resources = Record<string, Resource>;

/** The stacks of a stage that have functions, each as what finds its resources of a type. */
function stacksOf(stage: string): [name: string, find: (type: string) => Resources][] {
  return appOf(stage)
    .node.children.filter((child) => Stack.isStack(child))
    .map((stack) => [stack.stackName, finderIn(stack)] as [string, (type: string) => Resources])
    .filter(([, find]) => Object.keys(find('AWS::Lambda::Function')).length > 0);
}

function finderIn(stack: Stack): (type: string) => Resources {
  const template = Template.fromStack(stack);
  return (type) => template.findResources(type) as Resources;
}

const stages = ['dev', 'staging', 'prod'].map((stage) => [stage, stacksOf(stage)] as const);

describe.each(stages)('functions of %s', (_, stacks) => {
  it.each(stacks)('are all called by an alias, %s', (_, find) => {
    const aliases = Object.values(find('AWS::Lambda::Alias'));
    const named = aliases.map(({ Properties }) => Properties.FunctionName.Ref);
    expect(named.sort()).toEqual(Object.keys(find('AWS::Lambda::Function')).sort());
    for (const { Properties } of aliases) {
      expect(Properties.Name).toBe('live');
      const version = find('AWS::Lambda::Version')[Properties.FunctionVersion['Fn::GetAtt'][0]];
      expect(version?.Properties.FunctionName).toEqual(Properties.FunctionName);
    }
  });

  it.each(stacks)('let nothing feed or call them by another name, %s', (_, find) => {
    const aliases = Object.keys(find('AWS::Lambda::Alias')).map((id) => `{"Ref":"${id}"}`);
    const callers = [
      ...Object.values(find('AWS::Lambda::EventSourceMapping')),
      ...Object.values(find('AWS::Lambda::Permission')),
    ];
    for (const { Properties } of callers) {
      const name = JSON.stringify(Properties.FunctionName);
      expect(
        aliases.some((alias) => name.includes(alias)),
        name,
      ).toBe(true);
    }
  });

  it.each(stacks)('keep their old versions, and no version that was taken back, %s', (_, find) => {
    for (const version of Object.values(find('AWS::Lambda::Version'))) {
      expect(version).toMatchObject({ DeletionPolicy: 'RetainExceptOnCreate', UpdateReplacePolicy: 'Retain' });
    }
  });
});

const gradual = stages
  .filter(([stage]) => stage !== 'dev')
  .flatMap(([stage, stacks]) => stacks.map(([name, find]) => [name, stage, find] as const));
const minutes: Record<string, number> = { staging: 5, prod: 10 };

describe.each(gradual)('a new version in %s', (_, stage, find) => {
  const groups = find('AWS::CodeDeploy::DeploymentGroup');
  // The portal's page and the files that it asks for have to be of one version.
  const aliases = Object.entries(find('AWS::Lambda::Alias'))
    .filter(([id]) => !id.startsWith('serveportal'))
    .map(([, alias]) => alias);

  it('takes over with a tenth of the calls first', () => {
    for (const { UpdatePolicy } of aliases) {
      expect(UpdatePolicy).toEqual({
        CodeDeployLambdaAliasUpdate: {
          ApplicationName: { Ref: expect.any(String) },
          DeploymentGroupName: expect.anything(),
        },
      });
    }
    const used = aliases.map(
      ({ UpdatePolicy }) => JSON.stringify(UpdatePolicy).match(/GroupName":{"Ref":"(\w+)"/)?.[1],
    );
    expect(used.sort()).toEqual(Object.keys(groups).sort());
    for (const { Properties } of Object.values(groups)) {
      expect(Properties.DeploymentConfigName).toBe(`CodeDeployDefault.LambdaCanary10Percent${minutes[stage]}Minutes`);
    }
  });

  it('is taken back when it crashes, when something fails in it, and when somebody stops it', () => {
    const alarms = find('AWS::CloudWatch::Alarm');
    for (const { Properties } of Object.values(groups)) {
      expect(Properties.AutoRollbackConfiguration).toEqual({
        Enabled: true,
        Events: expect.arrayContaining([
          'DEPLOYMENT_FAILURE',
          'DEPLOYMENT_STOP_ON_ALARM',
          'DEPLOYMENT_STOP_ON_REQUEST',
        ]),
      });
      expect(Properties.AlarmConfiguration.Enabled).toBe(true);
      const watched = Properties.AlarmConfiguration.Alarms.map(
        ({ Name }: { Name: { Ref: string } }) => alarms[Name.Ref],
      );
      const metrics = watched.map((alarm: Resource) => alarm.Properties.MetricName);
      expect(metrics).toEqual(['Errors', 'VersionFailures']);
    }
  });

  it('has alarms of its own, so that those of the version before do not keep it out', () => {
    const versions = Object.keys(find('AWS::Lambda::Version'));
    for (const { Properties } of Object.values(find('AWS::CloudWatch::Alarm'))) {
      const { Dimensions, AlarmName, Threshold, Period } = Properties;
      const version = Dimensions.find(({ Name }: { Name: string }) => /version$/i.test(Name)).Value;
      expect(versions).toContain(version['Fn::GetAtt'][0]);
      expect(JSON.stringify(AlarmName)).toContain(JSON.stringify(version));
      expect([Threshold, Period]).toEqual([0, 60]);
    }
  });
});

it('gives the portal one version at a time', () => {
  for (const [, , find] of gradual) {
    for (const [id, { UpdatePolicy }] of Object.entries(find('AWS::Lambda::Alias'))) {
      expect(UpdatePolicy === undefined, id).toBe(id.startsWith('serveportal'));
    }
  }
});

it('changes all at once where only made-up reports are', () => {
  for (const [, find] of stages.find(([stage]) => stage === 'dev')?.[1] ?? []) {
    expect(Object.keys(find('AWS::CodeDeploy::DeploymentGroup'))).toEqual([]);
  }
});

describe('a version', () => {
  /** The version of a function with some code that is told of a parameter. */
  function versionOf(code: string): [id: string, version: Resource] {
    const stack = new Stack(new App({ analyticsReporting: false }), 'stack');
    createWorkerFunction(stack, {
      config: stageConfig('dev'),
      function: 'start-transmission',
      code: Code.fromInline(code),
      timeout: Duration.seconds(1),
      memory: 128,
      access: {
        SUBMITTER: setting(new CfnParameter(stack, 'Submitter').valueAsString),
        LEDGER_TABLE: setting('ledger'),
      },
    });
    const [version, ...others] = Object.entries(finderIn(stack)('AWS::Lambda::Version'));
    expect(others).toEqual([]);
    return version as [string, Resource];
  }

  it('is a new one when the code is new, and only then', () => {
    const [id] = versionOf('one');
    expect(versionOf('one')[0]).toBe(id);
    expect(versionOf('two')[0]).not.toBe(id);
  });

  it('is a new one when a parameter gets another value, because it is described by it', () => {
    const [, { Properties }] = versionOf('one');
    expect(Properties.Description).toEqual({ 'Fn::Join': ['', ['SUBMITTER=', { Ref: 'Submitter' }]] });
  });
});
