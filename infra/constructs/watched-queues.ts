import { Grant } from 'aws-cdk-lib/aws-iam';
import type { NamedQueues } from '../../shared/operations/work-queues.ts';
import type { Access } from './access.ts';
import type { QueueWorker } from './queue-worker.ts';

/** All queues, as JSON in the form of `namedQueues`. No address has anything in it that JSON would escape. */
export function queuesJson(workers: readonly QueueWorker[]): string {
  const queues: NamedQueues = workers.map(({ name, service, queue }) => ({
    name,
    function: service,
    url: queue.queueUrl,
  }));
  return JSON.stringify(queues);
}

/** Counts messages, and looks at dead letters. */
export function lookAtQueues(workers: readonly QueueWorker[]): Access {
  const { queues, deadLetters } = arnsOf(workers);
  return {
    value: queuesJson(workers),
    grant: (grantee) => {
      Grant.addToPrincipal({
        grantee,
        actions: ['sqs:GetQueueAttributes'],
        resourceArns: [...queues, ...deadLetters],
      });
      Grant.addToPrincipal({ grantee, actions: ['sqs:ReceiveMessage'], resourceArns: deadLetters });
    },
  };
}

/** Takes dead letters away, and sends them back to their queues. */
export function redriveQueues(workers: readonly QueueWorker[]): Access {
  const { queues, deadLetters } = arnsOf(workers);
  const actions = ['sqs:GetQueueAttributes', 'sqs:ReceiveMessage', 'sqs:DeleteMessage'];
  return {
    value: queuesJson(workers),
    grant: (grantee) => {
      Grant.addToPrincipal({ grantee, actions, resourceArns: deadLetters });
      Grant.addToPrincipal({ grantee, actions: ['sqs:SendMessage'], resourceArns: queues });
    },
  };
}

function arnsOf(workers: readonly QueueWorker[]) {
  return {
    queues: workers.map(({ queue }) => queue.queueArn),
    deadLetters: workers.map(({ deadLetters }) => deadLetters.queueArn),
  };
}
