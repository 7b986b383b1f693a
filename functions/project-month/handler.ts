import { documentsClient } from '../../shared/aws/clients.ts';
import { readEnvironment } from '../../shared/aws/environment.ts';
import { queueHandler } from '../../shared/aws/middleware.ts';
import { createDynamoFederalCopy } from '../../shared/extract/federal-copy-dynamodb.ts';
import { monthNotice } from '../../shared/extract/messages.ts';
import { createDynamoMonths } from '../../shared/extract/months-dynamodb.ts';
import { projectNotice } from '../../shared/extract/project.ts';

const environment = readEnvironment(['MONTHS_TABLE']);
const documents = documentsClient();
const projections = {
  months: createDynamoMonths(documents, environment.MONTHS_TABLE),
  federal: createDynamoFederalCopy(documents, environment.MONTHS_TABLE),
};

/** One message names reports of one agency's month that changed. */
export const handler = queueHandler({
  name: 'project-month',
  message: monthNotice,
  async handle(notice) {
    await projectNotice(projections, notice);
  },
});
