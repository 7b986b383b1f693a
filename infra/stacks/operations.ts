import { CfnOutput, Stack, Validations } from 'aws-cdk-lib';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Topic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { StageConfig } from '../config.ts';
import { createAlarms, severities } from '../constructs/alarms.ts';
import { createDashboards } from '../constructs/dashboards.ts';
import { saveLogQueries } from '../constructs/log-queries.ts';
import type { QueueWorker } from '../constructs/queue-worker.ts';
import { queuesJson } from '../constructs/watched-queues.ts';
import { functionNames } from '../functions.ts';

/** What the people who run the system look at, and what calls them. */
export class OperationsStack extends Stack {
  constructor(scope: Construct, id: string, config: StageConfig, workers: readonly QueueWorker[]) {
    super(scope, id);
    new CfnOutput(this, 'Queues', { value: queuesJson(workers) });
    const functions = functionNames.map((service) => ({ service, name: `nibrs-${config.stage}-${service}` }));
    const watched = { config, workers, functions };

    const { alarms, composites } = createAlarms(this, watched);
    // Whoever is on call subscribes; who that is belongs to the state, not to this code.
    for (const severity of severities) {
      const topic = new Topic(this, severity === 'urgent' ? 'OnCall' : 'NextDay', { enforceSSL: true });
      composites[severity].addAlarmAction(new SnsAction(topic));
      Validations.of(topic).acknowledge({
        id: 'NIST.800.53.R5-SNSEncryptedKMS',
        reason:
          'A notice holds the name of an alarm and a number, nothing of a report, and leaves as a mail in any case.',
      });
    }
    createDashboards(this, { ...watched, alarms, composites: Object.values(composites) });
    saveLogQueries(
      this,
      config,
      workers.map((worker) => worker.function.definition.logGroup),
    );
  }
}
