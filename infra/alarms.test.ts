import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { metricNamespace, metrics } from '../shared/operations/metrics.ts';
import { stageConfig } from './config.ts';
import { appOf } from './testing/stage.ts';

interface Alarm {
  AlarmName: string;
  AlarmDescription: string;
  Namespace: string;
  MetricName: string;
  Dimensions: { Name: string; Value: string }[];
  TreatMissingData: string;
  Threshold: number;
}

const operations = appOf('dev').node.children.find(({ node }) => node.id === 'nibrs-dev-operations') as Stack;
const template = Template.fromStack(operations);
const propertiesOf = <Properties>(type: string): Properties[] =>
  Object.values(template.findResources(type)).map(({ Properties }) => Properties);
const alarms = propertiesOf<Alarm>('AWS::CloudWatch::Alarm');
const runbooksAt = join(import.meta.dirname, '..', 'docs', 'runbooks');
const runbooks = readdirSync(runbooksAt).filter((name) => name !== 'README.md');

function runbookOf({ AlarmDescription }: Alarm): string {
  return new URL(AlarmDescription.match(/Runbook: (\S+)$/)?.[1] ?? '').pathname.split('/').at(-1) ?? '';
}

describe('alarms', () => {
  it.each(alarms.map((alarm) => [alarm.AlarmName, alarm] as const))('%s has a runbook', (_, alarm) => {
    expect(existsSync(join(runbooksAt, runbookOf(alarm)))).toBe(true);
    expect(alarm.AlarmDescription).toContain(`Runbook: ${stageConfig('dev').runbooks}/`);
    expect(alarm.TreatMissingData).toBe('notBreaching');
  });

  it.each(runbooks)('%s is the runbook of an alarm, and says what it means, where to look and what to do', (name) => {
    expect(alarms.map(runbookOf)).toContain(name);
    const page = readFileSync(join(runbooksAt, name), 'utf8');
    expect(page.match(/^## .*/gm)).toEqual(['## What it means', '## Look here', '## Do this', '## Redrive']);
    expect(readFileSync(join(runbooksAt, 'README.md'), 'utf8')).toContain(`(${name})`);
  });

  it('of ours are on metrics that the named function counts', () => {
    const ours = alarms.filter(({ Namespace }) => Namespace === metricNamespace);
    expect(ours.length).toBeGreaterThan(10);
    for (const { MetricName, Dimensions } of ours) {
      const { countedBy } = metrics[MetricName as keyof typeof metrics];
      expect([...countedBy, 'queue'], MetricName).toContain(countedBy[0] === 'queue' ? 'queue' : Dimensions[0]?.Value);
    }
  });

  it('have the thresholds of the configuration', () => {
    const thresholds = Object.fromEntries(alarms.map(({ AlarmName, Threshold }) => [AlarmName, Threshold]));
    expect(thresholds).toMatchObject({
      'nibrs-dev-dead-letters-reports': 0,
      'nibrs-dev-queue-age-reports': 3600,
      'nibrs-dev-expungement-unfinished': 900,
      'nibrs-dev-agencies-missing': 10,
      'nibrs-dev-projection-lag': 900_000,
    });
  });

  it('call people by two alarms above them, and each is under one', () => {
    const composites = propertiesOf<{ AlarmName: string; AlarmRule: unknown; AlarmActions: unknown[] }>(
      'AWS::CloudWatch::CompositeAlarm',
    );
    expect(composites.map(({ AlarmName }) => AlarmName).sort()).toEqual(['nibrs-dev-attention', 'nibrs-dev-urgent']);
    for (const { AlarmActions } of composites) expect(AlarmActions).toHaveLength(1);
    const rules = composites.map(({ AlarmRule }) => JSON.stringify(AlarmRule)).join('');
    const ids = Object.keys(template.findResources('AWS::CloudWatch::Alarm'));
    for (const id of ids) expect(rules.split(`"${id}"`), id).toHaveLength(2);
  });
});

describe('dashboards', () => {
  it('are one for each question, of metrics that are in the catalog', () => {
    const dashboards = propertiesOf<{ DashboardName: string; DashboardBody: unknown }>('AWS::CloudWatch::Dashboard');
    expect(dashboards.map(({ DashboardName }) => DashboardName).sort()).toEqual(
      ['agencies', 'cost-and-limits', 'fbi', 'pipeline'].map((name) => `nibrs-dev-${name}`),
    );
    const bodies = JSON.stringify(dashboards);
    const shown = [...bodies.matchAll(/\\"nibrs-ledger\\",\\"(\w+)\\"/g)].map(([, name]) => name ?? '');
    expect(shown.length).toBeGreaterThan(15);
    for (const name of shown) expect(metrics).toHaveProperty(name);
  });
});

it('saves the queries that runbooks name', () => {
  const saved = propertiesOf<{ Name: string }>('AWS::Logs::QueryDefinition').map(({ Name }) => Name.split('/')[1]);
  const named = runbooks.flatMap((name) => [
    ...readFileSync(join(runbooksAt, name), 'utf8').matchAll(/saved query “([^”]+)”/g),
  ]);
  expect(named.length).toBeGreaterThan(5);
  for (const [, name] of named) expect(saved).toContain(name);
});
