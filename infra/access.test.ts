import { describe, expect, it } from 'vitest';
import { isAllowed, type Statement } from './testing/iam.ts';
import { type Resource, resourcesOf } from './testing/stage.ts';

const resources = resourcesOf('prod');
const ofType = (type: string) => resources.filter((resource) => resource.type === type);
/** What a managed policy says is kept by AWS and not seen here; the last test tells who has one. */
const managed = ofType('AWS::IAM::Role').filter(({ properties }) => properties.ManagedPolicyArns);
/** Those by which CodeDeploy has a new version take over. They are in no table: a test of their own says all they may do. */
const deployers = ofType('AWS::IAM::Role').filter(({ properties }) =>
  JSON.stringify(properties.AssumeRolePolicyDocument).includes('codedeploy.'),
);
const roles = ofType('AWS::IAM::Role').filter((role) => ![...managed, ...deployers].includes(role));

/** How key policies name a role with a name of its own; others are told apart by their place in the template. */
function arnOf({ id, properties }: Resource): string {
  const { RoleName } = properties;
  return RoleName ? `arn:<AWS::Partition>:iam::<AWS::AccountId>:role/${RoleName}` : id;
}

/** The function's name, or whatever else the role is for. */
function nameOfRole({ id, properties }: Resource): string {
  return properties.RoleName?.replace('nibrs-prod-', '') ?? id;
}

/** What a role is given. */
function statementsOf(role: Resource): Statement[] {
  expect(role.properties, role.id).not.toHaveProperty('Policies');
  return ofType('AWS::IAM::Policy')
    .filter(({ properties }) => properties.Roles.includes(`{${role.id}}`))
    .flatMap(({ properties }) => properties.PolicyDocument.Statement);
}

/** The policy on the resource itself: a key, a queue, or the bucket of an object. Others have none here. */
function policyOn(resource: string): Statement[] {
  const id = resource.slice(1, resource.indexOf('}'));
  const owner = resources.find((each) => each.id === id);
  if (!owner) throw new Error(`The templates have no ${resource}`);
  if (owner.type === 'AWS::KMS::Key') return owner.properties.KeyPolicy.Statement;
  return [...ofType('AWS::S3::BucketPolicy'), ...ofType('AWS::SQS::QueuePolicy')]
    .filter(({ properties: { Bucket, Queues = [Bucket] } }) => Queues.includes(`{${id}}`))
    .flatMap(({ properties }) => properties.PolicyDocument.Statement);
}

function may(role: Resource, action: string, resource: string, context: Record<string, string> = {}): boolean {
  return isAllowed(
    {
      principal: arnOf(role),
      action,
      resource,
      context: { 'aws:SecureTransport': 'true', 's3:TlsVersion': '1.3', ...context },
    },
    { own: statementsOf(role), resourcePolicy: policyOn(resource), delegates: action.startsWith('kms:') },
  );
}

const onTable = {
  r: ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'],
  a: ['dynamodb:PutItem'],
  u: ['dynamodb:UpdateItem', 'dynamodb:BatchWriteItem'],
  d: ['dynamodb:DeleteItem'],
  s: ['dynamodb:Scan'],
};
const onKey = {
  o: ['kms:Decrypt'],
  m: ['kms:GenerateDataKey', 'kms:GenerateMac'],
  '!': ['kms:ReEncryptFrom', 'kms:CreateGrant', 'kms:PutKeyPolicy', 'kms:ScheduleKeyDeletion'],
};
const onObjects = {
  r: ['s3:GetObject', 's3:GetObjectVersion'],
  w: ['s3:PutObject'],
  d: ['s3:DeleteObject'],
  v: ['s3:DeleteObjectVersion'],
  b: ['s3:BypassGovernanceRetention'],
  '!': ['s3:PutObjectRetention', 's3:PutObjectAcl', 's3:PutObjectLegalHold'],
};

/** The columns of the tables: what is asked of which resource. */
type Columns = Record<string, [resource: string, letters: Record<string, string[]>]>;

const tablesAndKeys: Columns = {
  ledger: ['{storage/Ledger}', onTable],
  keys: ['{storage/Keys}', onTable],
  months: ['{storage/Months}', onTable],
  failures: ['{storage/Failures}', onTable],
  federal: ['{storage/FederalKey}', onKey],
  state: ['{storage/StateKey}', onKey],
  fingerprint: ['{storage/FingerprintKey}', onKey],
  files: ['{storage/FilesKey}', onKey],
  trail: ['{audit/TrailKey}', onKey],
};

const buckets: Columns = {
  inbox: ['{intake/Inbox}/uploads/file', onObjects],
  answers: ['{fbi/Answers}/answers/file', onObjects],
  outbox: ['{storage/Outbox}/file', onObjects],
  findings: ['{storage/Work}/findings/file', onObjects],
  federal: ['{storage/Work}/findings/federal/file', onObjects],
  parts: ['{storage/Work}/parts/file', onObjects],
  rebuilt: ['{storage/Work}/rebuilt/file', onObjects],
  reminders: ['{storage/Work}/reminders/file', onObjects],
  statistics: ['{storage/Work}/statistics/file', onObjects],
  logs: ['{storage/AccessLogs}/file', onObjects],
  trail: ['{audit/TrailFiles}/file', onObjects],
};

/** One letter for each thing that a role may do to a resource, in the order of the legend. */
function lettersOf(role: Resource, [resource, letters]: Columns[string]): string {
  const allowed = Object.entries(letters).filter(([, actions]) =>
    actions.some((action) => may(role, action, resource)),
  );
  return allowed.map(([letter]) => letter).join('') || '-';
}

const queues = ofType('AWS::SQS::Queue');
/** As they are called: by the alias that is live. */
const functions = ofType('AWS::Lambda::Alias');

/** Of a queue, or of the function that an alias leads to. */
function shortName({ properties: { QueueName, FunctionName } }: Resource): string {
  const led = resources.find(({ id }) => `{${id}}` === FunctionName);
  const name: string = QueueName ?? led?.properties.FunctionName;
  return name.replace(/^nibrs-prod-|\.fifo$/g, '');
}

const isForDeadLetters = (queue: Resource) => shortName(queue).endsWith('-dead-letters');
/** What is the same for all of them is written once. */
const groups = [
  { word: 'all-queues', members: queues.filter((queue) => !isForDeadLetters(queue)) },
  { word: 'all-dead-letters', members: queues.filter(isForDeadLetters) },
];

function namesOf(role: Resource, action: string, among: Resource[]): string {
  const allowed = among.filter(({ id }) => may(role, action, `{${id}}`));
  const whole = groups.filter(({ members }) => members.every((member) => allowed.includes(member)));
  const single = allowed.filter((each) => !whole.some(({ members }) => members.includes(each)));
  return [...whole.map(({ word }) => word), ...single.map(shortName)].join(' ') || '-';
}

function tableOf(columns: Columns, more: Record<string, (role: Resource) => string> = {}): string {
  const rows = [...roles]
    .sort((one, other) => (nameOfRole(one) < nameOfRole(other) ? -1 : 1))
    .map((role) => [
      nameOfRole(role),
      ...Object.values(columns).map((column) => lettersOf(role, column)),
      ...Object.values(more).map((cell) => cell(role)),
    ]);
  return `\n${aligned([['role', ...Object.keys(columns), ...Object.keys(more)], ...rows])}\n`;
}

function aligned(rows: string[][]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
  return lines.map((line) => line.trimEnd()).join('\n');
}

/*
 * Every role that the templates make. A change here is a change of who may do what: think of who asked for it, and of
 * docs/privacy.md, "Who can read it".
 */
describe('who may do what', () => {
  // Tables: r reads, a adds, u updates, d deletes, s reads all of it. Keys: o opens, m makes, ! whatever else.
  it('with tables, keys, queues and functions', () => {
    const more = {
      'sends to': (role: Resource) => namesOf(role, 'sqs:SendMessage', queues),
      'takes from': (role: Resource) => namesOf(role, 'sqs:ReceiveMessage', queues),
      calls: (role: Resource) => namesOf(role, 'lambda:InvokeFunction', functions),
    };
    expect(tableOf(tablesAndKeys, more)).toBe(`
role                  ledger  keys  months  failures  federal  state  fingerprint  files  trail  sends to                        takes from        calls
build-part            ra      r     r       a         o        -      -            om     -      seals                           parts             -
count-arrests         ra      r     r       a         o        o      -            om     -      -                               statistics        -
element-reader        -       -     -       -         -        -      -            -      -      -                               -                 read-elements
expunge-report        ra      d     -       a         -        -      -            om     -      months                          expungements      -
forward-transmission  ra      r     -       a         -        -      -            om     -      -                               forwards          -
handle-uploads        ra      r     -       -         -        -      -            om     -      -                               -                 -
history-reader        -       -     -       -         -        -      -            -      -      -                               -                 read-history
process-reports       ra      ra    -       a         om       om     m            om     -      months                          reports           -
project-month         -       -     raud    a         -        -      -            -      -      -                               months            -
read-elements         ra      r     -       -         o        o      -            -      -      -                               -                 -
read-history          r       r     -       -         o        -      -            -      -      -                               -                 -
rebuild-file          r       r     r       a         o        -      -            om     -      -                               rebuilds          -
rebuild-projections   rs      r     raud    a         -        -      -            om     -      projections                     projections       -
receive-answer        ra      r     raud    a         -        -      -            om     -      -                               answers           -
receive-submission    ra      r     -       a         -        -      -            o      -      reports                         intake            -
run-schedule          r       r     r       a         -        -      -            om     -      transmissions forwards          schedule          -
schedule/Sender       -       -     -       -         -        -      -            -      -      schedule-dead-letters schedule  -                 -
seal-transmission     ra      r     raud    a         -        -      -            om     -      -                               seals             -
serve-portal          -       -     -       -         -        -      -            -      -      -                               -                 -
show-records          r       r     r       r         -        -      -            o      -      -                               all-dead-letters  read-history
start-transmission    ra      r     r       a         -        -      -            -      -      parts seals                     transmissions     -
take-orders           ra      r     r       -         -        -      -            o      -      all-queues                      all-dead-letters  read-elements
`);
  });

  // Objects: r reads, w writes, d deletes, v deletes a version for good, b passes its lock, ! changes its lock or access.
  it('with files', () => {
    expect(tableOf(buckets)).toBe(`
role                  inbox  answers  outbox  findings  federal  parts  rebuilt  reminders  statistics  logs  trail
build-part            -      -        -       -         -        w      -        -          -           -     -
count-arrests         -      -        -       -         -        -      -        -          w           -     -
element-reader        -      -        -       -         -        -      -        -          -           -     -
expunge-report        rwvb   -        -       rwd       rwd      rwd    rwd      rwd        rwd         -     -
forward-transmission  -      -        rw      -         -        -      -        -          -           -     -
handle-uploads        rw     -        -       -         -        -      -        -          -           -     -
history-reader        -      -        -       -         -        -      -        -          -           -     -
process-reports       r      -        -       w         w        -      -        -          -           -     -
project-month         -      -        -       -         -        -      -        -          -           -     -
read-elements         -      -        -       -         -        -      -        -          -           -     -
read-history          -      -        -       -         -        -      -        -          -           -     -
rebuild-file          -      -        -       -         -        -      w        -          -           -     -
rebuild-projections   -      -        -       -         -        -      rw       -          -           -     -
receive-answer        -      r        r       -         w        -      -        -          -           -     -
receive-submission    r      -        -       -         -        -      -        -          -           -     -
run-schedule          -      -        -       -         -        -      -        w          -           -     -
schedule/Sender       -      -        -       -         -        -      -        -          -           -     -
seal-transmission     -      -        rw      -         -        r      -        -          -           -     -
serve-portal          -      -        -       -         -        -      -        -          -           -     -
show-records          -      -        r       r         r        -      r        -          r           -     -
start-transmission    -      -        -       -         -        -      -        -          -           -     -
take-orders           -      -        -       r         r        -      -        -          -           -     -
`);
  });
});

describe('the policy of a key', () => {
  const everything: Statement[] = [{ Effect: 'Allow', Action: '*', Resource: '*' }];
  const asks = (role: string, key: string, action = 'kms:Decrypt') =>
    isAllowed(
      { principal: `arn:<AWS::Partition>:iam::<AWS::AccountId>:role/${role}`, action, resource: `{storage/${key}}` },
      { own: everything, resourcePolicy: policyOn(`{storage/${key}}`), delegates: true },
    );

  it.each([
    'start-transmission',
    'build-part',
    'rebuild-file',
    'seal-transmission',
    'forward-transmission',
    'receive-answer',
    'read-history',
  ])('of state halves refuses %s even if it were given every permission', (name) => {
    expect(asks(`nibrs-prod-${name}`, 'StateKey')).toBe(false);
  });

  it.each(['FederalKey', 'StateKey', 'FingerprintKey'])('%s refuses an administrator all use of it', (key) => {
    for (const action of [
      'kms:Decrypt',
      'kms:GenerateDataKey',
      'kms:ReEncryptFrom',
      'kms:GenerateMac',
      'kms:CreateGrant',
    ]) {
      expect(asks('Administrator', key, action), action).toBe(false);
    }
    expect(asks('Administrator', key, 'kms:DescribeKey')).toBe(true);
  });

  it('of state halves is the second lock: no role but these is given its use in the first place', () => {
    const given = roles.filter((role) =>
      isAllowed(
        { principal: arnOf(role), action: 'kms:Decrypt', resource: '{storage/StateKey}' },
        { own: statementsOf(role) },
      ),
    );
    expect(given.map(nameOfRole).sort()).toEqual(['count-arrests', 'process-reports', 'read-elements']);
  });

  it('of state halves lets those use it who file, show and count', () => {
    for (const name of ['process-reports', 'read-elements', 'count-arrests']) {
      expect(asks(`nibrs-prod-${name}`, 'StateKey'), name).toBe(true);
    }
  });
});

describe('buckets and queues', () => {
  const asked = ofType('AWS::S3::Bucket').map(({ id }) => ['s3:GetObject', `{${id}}/file`]);
  const sent = queues.map(({ id }) => ['sqs:SendMessage', `{${id}}`]);

  it.each([...asked, ...sent])('refuse %s on %s where it is not encrypted on the way', (action = '', resource = '') => {
    const own: Statement[] = [{ Effect: 'Allow', Action: '*', Resource: '*' }];
    const over = (encrypted: string) => {
      const context = { 'aws:SecureTransport': encrypted, 's3:TlsVersion': '1.2' };
      return isAllowed(
        { principal: 'anybody', action, resource, context },
        { own, resourcePolicy: policyOn(resource) },
      );
    };
    expect([over('true'), over('false')]).toEqual([true, false]);
  });
});

describe('the roles of CodeDeploy', () => {
  it('may look at alarms, and move the aliases of the functions in their own stack', () => {
    expect(deployers.length).toBeGreaterThan(5);
    for (const role of deployers) {
      const stack = role.id.split('/')[0];
      // All but the portal's, which changes at once.
      const own = ofType('AWS::Lambda::Function').filter(
        ({ id }) => id.startsWith(`${stack}/`) && !id.includes('serveportal'),
      );
      const resource = own.flatMap(({ id }) => [`{${id}}`, `{${id}}:live`]);
      const [looks, moves, ...others] = statementsOf(role);
      expect(others, role.id).toEqual([]);
      expect(looks).toEqual({ Effect: 'Allow', Action: 'cloudwatch:DescribeAlarms', Resource: '*' });
      expect(moves).toMatchObject({
        Effect: 'Allow',
        Action: ['lambda:GetAlias', 'lambda:GetProvisionedConcurrencyConfig', 'lambda:UpdateAlias'],
      });
      expect([moves?.Resource].flat().sort(), role.id).toEqual(resource.sort());
    }
  });
});

describe('roles with policies of AWS', () => {
  it('are those by which the gateway writes its logs and AWS Backup makes backups, which no function can take', () => {
    const takenBy = managed.map(({ id, properties }) => {
      const [statement, ...others] = properties.AssumeRolePolicyDocument.Statement;
      expect(others).toEqual([]);
      return [id, statement.Principal.Service];
    });
    expect(takenBy).toEqual([
      ['api/GatewayCloudWatchRole', 'apigateway.amazonaws.com'],
      ['recovery/BackupRole', 'backup.amazonaws.com'],
    ]);
  });
});
