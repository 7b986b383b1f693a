import { Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, type NagPack, NIST80053R5Checks } from 'cdk-nag';
import type { IConstruct } from 'constructs';
import { describe, expect, it } from 'vitest';
import { appOf } from './testing/stage.ts';

const packs = { 'AWS Solutions': AwsSolutionsChecks, 'NIST 800-53 rev 5': NIST80053R5Checks };

describe.each(['prod', 'dev'])('the stacks of %s', (stage) => {
  const app = appOf(stage);

  it.each(Object.entries(packs))('leave no finding of %s that is neither fixed nor answered', (_, Pack) => {
    expect(findingsOf(new Pack(app), app)).toEqual([]);
  });
});

describe('the answers to findings', () => {
  // What is answered in production alone (the trail) is not in dev, so production is what tells which are needed.
  const app = appOf('prod');
  const findings = Object.values(packs).flatMap((Pack) => {
    const pack = new Pack(app);
    Object.assign(pack, { isAcknowledged: () => false });
    return findingsOf(pack, app);
  });

  it('are there at all, so that the packs are known to look', () => {
    expect(findings.length).toBeGreaterThan(50);
  });

  it('each answer a finding that there is', () => {
    const needless = answersIn(app).filter(
      ({ id, path }) => !findings.some((finding) => finding.startsWith(`${id} ${path}`)),
    );
    expect(needless).toEqual([]);
  });

  it('each say why', () => {
    for (const { id, path, reason } of answersIn(app)) expect(reason, `${id} ${path}`).toMatch(/^[A-Z].{40,}\.$/);
  });
});

/** Each finding as the rule and the path of the construct. */
function findingsOf(pack: NagPack, app: IConstruct): string[] {
  return pack
    .validateScope(app)
    .violations.flatMap(({ ruleName, violatingResources }) =>
      violatingResources.map(({ constructPath }) => `${ruleName} ${constructPath}`),
    );
}

function answersIn(app: IConstruct): { id: string; path: string; reason: string }[] {
  return app.node.findAll().flatMap(({ node }) =>
    node.metadata
      .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
      .flatMap(({ data }) => Object.entries(data as Record<string, string>))
      .map(([id, reason]) => ({ id: id.replace('Annotation::', ''), path: node.path, reason })),
  );
}
