import { Duration, Stack, Validations } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, type Metric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { LambdaApplication, LambdaDeploymentConfig, LambdaDeploymentGroup } from 'aws-cdk-lib/aws-codedeploy';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Alias } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { Stage } from '../config.ts';
import { failureMetrics } from './metrics.ts';

const canaries = {
  5: LambdaDeploymentConfig.CANARY_10PERCENT_5MINUTES,
  10: LambdaDeploymentConfig.CANARY_10PERCENT_10MINUTES,
  15: LambdaDeploymentConfig.CANARY_10PERCENT_15MINUTES,
  30: LambdaDeploymentConfig.CANARY_10PERCENT_30MINUTES,
};

interface Canary {
  stage: Stage;
  /** Name of the function among ours. */
  service: string;
  /** For how long it has a tenth of the calls. */
  minutes: keyof typeof canaries;
}

/**
 * From now on CodeDeploy moves the alias to a new version: a tenth of the calls first, all of them when nothing of the new
 * version failed for the minutes of the stage, none when something did. Messages are shared out like calls.
 */
export function shiftGradually(scope: Construct, live: Alias, canary: Canary): void {
  const deployer = Deployer.of(Stack.of(live));
  deployer.mayMove(live);
  const group = new LambdaDeploymentGroup(scope, 'Deployment', {
    application: deployer.application,
    role: deployer.role.withoutPolicyUpdates(),
    alias: live,
    deploymentConfig: canaries[canary.minutes],
    alarms: createVersionAlarms(scope, live, canary),
    // One that a person stops is taken back too: else the alias would stay between two versions.
    autoRollback: { failedDeployment: true, stoppedDeployment: true, deploymentInAlarm: true },
  });
  group.node.addDependency(deployer.role);
}

function createVersionAlarms(scope: Construct, live: Alias, { stage, service }: Canary): Alarm[] {
  const { version } = live.version;
  const { crashes, failures } = failureMetrics(
    { functionName: `nibrs-${stage}-${service}`, service, alias: live.aliasName, version },
    { statistic: 'Sum', period: Duration.minutes(1) },
  );
  const alarm = (kind: string, says: string, metric: Metric) => {
    const created = new Alarm(scope, `${kind}-of-version`, {
      // With the version in its name it is a new alarm for each: what rings of one must not keep its repair out.
      alarmName: `nibrs-${stage}-${service}-${kind}-of-version-${version}`,
      alarmDescription: `${says}. If it is taking over, it is taken back: docs/changes.md`,
      metric,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      threshold: 0,
      evaluationPeriods: 1,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    Validations.of(created).acknowledge({
      id: 'NIST.800.53.R5-CloudWatchAlarmAction',
      reason:
        'It is for CodeDeploy while a version takes over. People are called by the alarms of the operations stack.',
    });
    return created;
  };
  return [
    alarm('crashes', `This version of ${service} ended with an error or out of time`, crashes),
    alarm('failures', `A message or a request failed in this version of ${service}`, failures),
  ];
}

/** What CodeDeploy is to a stack: an application, and a role that moves the aliases of the stack's functions. */
class Deployer extends Construct {
  readonly application: LambdaApplication;
  readonly role: Role;

  static of(stack: Stack): Deployer {
    const existing = stack.node.tryFindChild('Deployer');
    return existing instanceof Deployer ? existing : new Deployer(stack, 'Deployer');
  }

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.application = new LambdaApplication(this, 'Application');
    this.role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('codedeploy.amazonaws.com') });
    this.role.addToPolicy(new PolicyStatement({ actions: ['cloudwatch:DescribeAlarms'], resources: ['*'] }));
    Validations.of(this.role).acknowledge(
      {
        id: 'AwsSolutions-IAM5[Resource::*]',
        reason: 'Alarms are listed or not at all; their state is all that this shows.',
      },
      {
        id: 'NIST.800.53.R5-IAMNoInlinePolicy',
        reason: 'It names the functions of this one stack, and goes with them; the policy of AWS names all there are.',
      },
    );
  }

  mayMove(live: Alias): void {
    // Not the alias itself: it waits for its deployment group, which waits for this.
    const { functionArn } = live.lambda;
    this.role.addToPolicy(
      new PolicyStatement({
        actions: ['lambda:GetAlias', 'lambda:UpdateAlias', 'lambda:GetProvisionedConcurrencyConfig'],
        resources: [functionArn, `${functionArn}:${live.aliasName}`],
      }),
    );
  }
}
