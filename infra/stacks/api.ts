import { ArnFormat, CfnOutput, CfnParameter, Duration, RemovalPolicy, Size, Stack, Validations } from 'aws-cdk-lib';
import {
  AccessLogFormat,
  ApiDefinition,
  EndpointType,
  LogGroupLogDestination,
  MethodLoggingLevel,
  SpecRestApi,
} from 'aws-cdk-lib/aws-apigateway';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { ApiFunction } from '../../shared/api/route.ts';
import type { StageConfig } from '../config.ts';
import {
  appendToTable,
  call,
  readBucket,
  readFolders,
  readTable,
  sendTo,
  setting,
  takeUploads,
} from '../constructs/access.ts';
import { Firewall } from '../constructs/firewall.ts';
import { createStateProfileParameter, createSubmitterParameter } from '../constructs/parameters.ts';
import type { QueueWorker } from '../constructs/queue-worker.ts';
import { People } from '../constructs/user-pool.ts';
import { lookAtQueues, redriveQueues } from '../constructs/watched-queues.ts';
import { createWorkerFunction, liveAlias, type WorkerFunctionProps } from '../constructs/worker-function.ts';
import type { CodeOf } from '../functions.ts';
import { gatewayApi } from '../gateway-api.ts';
import type { ExpungementStack } from './expungement.ts';
import type { ExtractStack } from './extract.ts';
import type { FbiStack } from './fbi.ts';
import type { IntakeStack } from './intake.ts';
import type { ProtectionStack } from './protection.ts';
import type { StorageStack } from './storage.ts';

/** What the API shows, and whom it asks. */
export interface ApiSurroundings {
  storage: StorageStack;
  intake: IntakeStack;
  extract: ExtractStack;
  fbi: FbiStack;
  protection: ProtectionStack;
  expungement: ExpungementStack;
  /** All queues, with the functions that work them off. */
  workers: readonly QueueWorker[];
}

/** The functions that the gateway calls. */
type Answering = ApiFunction | 'serve-portal';

/**
 * The door for people and for the programs of agencies: one gateway for the API and the portal, behind a firewall. A REST
 * API and not an HTTP API, which no firewall can be put before (`docs/adr/0013-rest-api.md`).
 */
export class ApiStack extends Stack {
  constructor(scope: Construct, id: string, config: StageConfig, surroundings: ApiSurroundings, codeOf: CodeOf) {
    super(scope, id);
    const prefix = new CfnParameter(this, 'SignInPrefix', {
      description: 'First part of the address of the page where people sign in; nobody else on AWS may have the same',
      allowedPattern: '[a-z0-9][a-z0-9-]{0,61}[a-z0-9]',
    });
    const people = new People(this, 'People', { config, domainPrefix: prefix.valueAsString });
    const gateway = createGateway(this, config, people);
    const url = `https://${gateway.restApiId}.execute-api.${this.region}.${this.urlSuffix}/${config.stage}/`;
    const portal = people.addPortal(url);
    new Firewall(this, 'Firewall', { config, resourceArn: gateway.deploymentStage.stageArn });

    const stateProfile = setting(createStateProfileParameter(this).valueAsString);
    const submitter = setting(createSubmitterParameter(this).valueAsString);
    const access = {
      ...accessOf(config, surroundings, { STATE_PROFILE: stateProfile, SUBMITTER: submitter }),
      'serve-portal': {
        ISSUER: setting(people.userPool.userPoolProviderUrl),
        SIGN_IN_URL: setting(people.signInUrl),
        CLIENT_ID: setting(portal.userPoolClientId),
        INBOX_ORIGIN: setting(`https://${surroundings.intake.inbox.bucketRegionalDomainName}`),
        STATE_PROFILE: stateProfile,
        STAGE: setting(config.stage),
      },
    };
    for (const [name, variables] of Object.entries(access) as [Answering, WorkerFunctionProps['access']][]) {
      const live = createWorkerFunction(new Construct(this, name), {
        config,
        function: name,
        code: codeOf(name),
        // The gateway gives up after 29.
        timeout: Duration.seconds(28),
        memory: name === 'serve-portal' ? 512 : 1769,
        atOnce: name === 'serve-portal',
        access: variables,
      });
      live.addPermission('Gateway', {
        principal: new ServicePrincipal('apigateway.amazonaws.com'),
        sourceArn: gateway.arnForExecuteApi(),
      });
    }

    new CfnOutput(this, 'PortalUrl', { value: url });
    new CfnOutput(this, 'UserPoolId', { value: people.userPool.userPoolId });
    new CfnOutput(this, 'Issuer', { value: people.userPool.userPoolProviderUrl });
    new CfnOutput(this, 'SignInUrl', { value: people.signInUrl });
  }
}

/** What the functions of the API may use: none can open a half of a report, and only one reaches the uploaded files. */
function accessOf(
  { reportingDueDay, calendar }: StageConfig,
  { storage, intake, extract, fbi, protection, expungement, workers }: ApiSurroundings,
  state: Pick<WorkerFunctionProps['access'], 'STATE_PROFILE' | 'SUBMITTER'>,
): Record<ApiFunction, WorkerFunctionProps['access']> {
  const ledger = { LEDGER_TABLE: readTable(storage.ledger), KEYS_TABLE: readTable(storage.keys) };
  const appending = { ...ledger, LEDGER_TABLE: appendToTable(storage.ledger) };
  return {
    'handle-uploads': { ...appending, ...state, INBOX_BUCKET: takeUploads(intake.inbox) },
    'show-records': {
      ...ledger,
      MONTHS_TABLE: readTable(storage.months),
      WORK_BUCKET: readFolders(storage.work, ['findings', 'rebuilt', 'statistics']),
      OUTBOX_BUCKET: readBucket(storage.outbox),
      READ_HISTORY_FUNCTION: call(protection.readHistory),
      FAILURES_TABLE: readTable(storage.failures),
      QUEUES: lookAtQueues(workers),
      REPORTING_DUE_DAY: setting(String(reportingDueDay)),
      CALENDAR: setting(JSON.stringify(calendar)),
      STATE_PROFILE: state.STATE_PROFILE,
    },
    'take-orders': {
      ...appending,
      MONTHS_TABLE: readTable(storage.months),
      WORK_BUCKET: readFolders(storage.work, ['findings']),
      TRANSMISSIONS_QUEUE_URL: sendTo(extract.transmissions),
      REBUILDS_QUEUE_URL: sendTo(extract.rebuilds),
      FORWARDS_QUEUE_URL: sendTo(fbi.forwards),
      STATISTICS_QUEUE_URL: sendTo(protection.statistics),
      EXPUNGEMENTS_QUEUE_URL: sendTo(expungement.expungements),
      QUEUES: redriveQueues(workers),
      READ_ELEMENTS_FUNCTION: call(protection.readElements),
      STATE_PROFILE: state.STATE_PROFILE,
    },
  };
}

/**
 * The gateway, with a line in its log for each request: which, from where, with what outcome; never a query or a body. It
 * knows the functions by their names, since what they are told of the portal's client refers to the gateway in turn.
 */
function createGateway(stack: Stack, config: StageConfig, { userPool }: People): SpecRestApi {
  const logs = new LogGroup(stack, 'GatewayLogs', {
    retention: config.logDays,
    removalPolicy: config.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
  });
  const arnOf = (name: Answering) =>
    stack.formatArn({
      service: 'lambda',
      resource: 'function',
      resourceName: `nibrs-${config.stage}-${name}:${liveAlias}`,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
  const definition = gatewayApi({
    uriOf: (name) =>
      `arn:${stack.partition}:apigateway:${stack.region}:lambda:path/2015-03-31/functions/${arnOf(name)}/invocations`,
    userPoolArn: userPool.userPoolArn,
  });
  const gateway = new SpecRestApi(stack, 'Gateway', {
    restApiName: `nibrs-${config.stage}`,
    apiDefinition: ApiDefinition.fromInline(definition),
    endpointTypes: [EndpointType.REGIONAL],
    binaryMediaTypes: ['*/*'],
    minCompressionSize: Size.bytes(1024),
    disableExecuteApiEndpoint: false,
    cloudWatchRole: true,
    cloudWatchRoleRemovalPolicy: RemovalPolicy.DESTROY,
    deployOptions: {
      stageName: config.stage,
      tracingEnabled: true,
      // Errors of the gateway itself, without what was asked or answered.
      loggingLevel: MethodLoggingLevel.ERROR,
      dataTraceEnabled: false,
      throttlingRateLimit: config.requestsPerSecond,
      throttlingBurstLimit: 2 * config.requestsPerSecond,
      accessLogDestination: new LogGroupLogDestination(logs),
      accessLogFormat: AccessLogFormat.custom(JSON.stringify(accessLog)),
    },
  });
  // An output of its own with the same address as `PortalUrl`.
  gateway.node.tryRemoveChild('Endpoint');
  acknowledgeFindings(gateway, logs);
  return gateway;
}

function acknowledgeFindings(gateway: SpecRestApi, logs: LogGroup): void {
  Validations.of(gateway).acknowledge(
    {
      id: 'AwsSolutions-APIG2',
      reason:
        'The functions check every request by the schemas that the published document is made from, and say of each ' +
        'place what is wrong with it; the gateway can only say that something is.',
    },
    {
      id: 'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs]',
      reason: 'It is what AWS keeps for the gateway to write its logs with, and for nothing else.',
    },
    {
      id: 'NIST.800.53.R5-APIGWCacheEnabledAndEncrypted',
      reason: 'Replies differ by caller and quote reports: they are kept nowhere on the way.',
    },
    {
      id: 'NIST.800.53.R5-APIGWSSLEnabled',
      reason:
        'Behind it are functions, which it calls with its own rights, and no server that could ask for a certificate.',
    },
  );
  Validations.of(logs).acknowledge({
    id: 'NIST.800.53.R5-CloudWatchLogGroupEncrypted',
    reason:
      'Encrypted under a key of CloudWatch (AES-256). A line says who asked for which route, and nothing of a report.',
  });
}

/** API Gateway developer guide, "$context variables for access logging". */
const accessLog = {
  at: '$context.requestTime',
  request: '$context.requestId',
  method: '$context.httpMethod',
  route: '$context.resourcePath',
  status: '$context.status',
  millis: '$context.responseLatency',
  bytes: '$context.responseLength',
  from: '$context.identity.sourceIp',
  caller: '$context.authorizer.claims.sub',
  error: '$context.error.message',
};
