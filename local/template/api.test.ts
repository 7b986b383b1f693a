import { describe, expect, it } from 'vitest';
import type { Stack } from './assembly.ts';
import { planOf } from './plan-of.ts';

const addresses = {
  objectsAndQueues: 'http://127.0.0.1:1',
  gateway: 'http://localhost:2',
  identity: 'http://127.0.0.1:3',
};

const join = (...parts: unknown[]) => ({ 'Fn::Join': ['', parts] });
const region = { Ref: 'AWS::Region' };
const address = join('https://', { Ref: 'Api' }, '.execute-api.', region, '.', { Ref: 'AWS::URLSuffix' }, '/dev/');

const integration = {
  type: 'aws_proxy',
  httpMethod: 'POST',
  uri: join(
    'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/',
    { 'Fn::GetAtt': ['Answer', 'Arn'] },
    '/invocations',
  ),
};
const cognito = {
  type: 'apiKey',
  name: 'Authorization',
  in: 'header',
  'x-amazon-apigateway-authtype': 'cognito_user_pools',
  'x-amazon-apigateway-authorizer': {
    type: 'cognito_user_pools',
    providerARNs: [{ 'Fn::GetAtt': ['People', 'Arn'] }],
  },
};
const open = { 'x-amazon-apigateway-integration': integration };
const body = {
  openapi: '3.0.1',
  info: { title: 'small', version: '1' },
  paths: {
    '/{proxy+}': { get: open },
    '/api/things/{id}': { put: { ...open, security: [{ cognito: ['nibrs/use'] }] } },
  },
  components: { securitySchemes: { cognito } },
};
const api = { Body: body, BinaryMediaTypes: ['*/*'], MinimumCompressionSize: 1024 };
const portal = {
  UserPoolId: { Ref: 'People' },
  AllowedOAuthFlows: ['code'],
  AllowedOAuthFlowsUserPoolClient: true,
  AllowedOAuthScopes: ['openid', join({ Ref: 'Scopes' }, '/use')],
  CallbackURLs: [address],
  LogoutURLs: [join(address, 'signed-out')],
  AccessTokenValidity: 30,
  RefreshTokenValidity: 600,
  TokenValidityUnits: { AccessToken: 'minutes', IdToken: 'minutes', RefreshToken: 'minutes' },
};

function plan(changed: { api?: object; portal?: object; more?: Stack['Resources'] } = {}) {
  const stack: Stack = {
    name: 'small',
    Parameters: { Prefix: {} },
    Resources: {
      Answer: {
        Type: 'AWS::Lambda::Function',
        Properties: {
          FunctionName: 'answer',
          Code: { S3Key: 'a.zip' },
          Handler: 'index.handler',
          Environment: {
            Variables: { ISSUER: { 'Fn::GetAtt': ['People', 'ProviderURL'] }, CLIENT: { Ref: 'Portal' } },
          },
        },
      },
      Api: { Type: 'AWS::ApiGateway::RestApi', Properties: { ...api, ...changed.api } },
      Deployment: { Type: 'AWS::ApiGateway::Deployment', Properties: { RestApiId: { Ref: 'Api' } } },
      Stage: { Type: 'AWS::ApiGateway::Stage', Properties: { RestApiId: { Ref: 'Api' }, StageName: 'dev' } },
      People: { Type: 'AWS::Cognito::UserPool', Properties: {} },
      Domain: { Type: 'AWS::Cognito::UserPoolDomain', Properties: { Domain: { Ref: 'Prefix' } } },
      Scopes: { Type: 'AWS::Cognito::UserPoolResourceServer', Properties: { Identifier: 'nibrs' } },
      Portal: { Type: 'AWS::Cognito::UserPoolClient', Properties: { ...portal, ...changed.portal } },
      Clerks: { Type: 'AWS::Cognito::UserPoolGroup', Properties: { GroupName: 'clerk', Description: 'Uploads' } },
      Inbox: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'inbox' } },
      ...changed.more,
    },
    Outputs: {
      PortalUrl: { Value: address },
      SignInUrl: { Value: join('https://', { Ref: 'Domain' }, '.auth.', region, '.amazoncognito.com') },
      InboxUrl: { Value: join('https://', { 'Fn::GetAtt': ['Inbox', 'RegionalDomainName'] }) },
    },
  };
  return planOf({ stacks: [stack], assets: new Map([['a', '/code']]) }, {}, addresses);
}

describe('an API', () => {
  it('has the routes of its OpenAPI document, at the stage', () => {
    const { apis, stages } = plan();
    const common = { functionName: 'answer', timeoutMillis: 29_000 };
    expect(stages).toEqual(['dev']);
    expect(apis).toEqual([
      {
        id: 'small-Api',
        routes: [
          { ...common, method: 'GET', path: '/{proxy+}', scopes: undefined },
          { ...common, method: 'PUT', path: '/api/things/{id}', scopes: ['nibrs/use'] },
        ],
        compressesFrom: 1024,
      },
    ]);
  });

  const withOperation = (operation: object) => ({ Body: { ...body, paths: { '/a': { get: operation } } } });
  const withIntegration = (changed: object) =>
    withOperation({ 'x-amazon-apigateway-integration': { ...integration, ...changed } });

  it('waits for a function as long as the route says', () => {
    const { apis } = plan({ api: withIntegration({ timeoutInMillis: 500 }) });
    expect(apis[0]?.routes).toMatchObject([{ timeoutMillis: 500 }]);
  });

  it.each<[string, object]>([
    ['another integration', withIntegration({ type: 'mock' })],
    ['an answer of no function', withIntegration({ uri: 'https://example.org/' })],
    ['a token without a scope', withOperation({ ...open, security: [{ cognito: [] }] })],
    ['another authorizer', withOperation({ ...open, security: [{ keys: ['a'] }] })],
    ['either of two authorizers', withOperation({ ...open, security: [{ cognito: ['a'] }, { cognito: ['b'] }] })],
    ['a requirement for all', { Body: { ...body, security: [{ cognito: ['a'] }] } }],
    ['any method', { Body: { ...body, paths: { '/a': { 'x-amazon-apigateway-any-method': open } } } }],
    [
      'another scheme',
      { Body: { ...body, components: { securitySchemes: { cognito: { ...cognito, name: 'X-Token' } } } } },
    ],
    ['bodies that are text', { BinaryMediaTypes: ['image/png'] }],
  ])('that has %s is an error that names it', (_, changed) => {
    expect(() => plan({ api: changed })).toThrow(/Stack small, resource Api .*cannot run it as it is/s);
  });

  it('is the only one', () => {
    expect(() => plan({ more: { Second: { Type: 'AWS::ApiGateway::RestApi', Properties: api } } })).toThrow(
      /resource Second .*there is another one already/,
    );
  });
});

describe('a user pool', () => {
  it('has clients and groups, and is where the local issuer is', () => {
    const { userPools, userPoolClients, userPoolGroups, functions } = plan();
    expect(userPools).toEqual(['us-east-1_smallPeople']);
    expect(functions[0]?.environment).toEqual({
      ISSUER: 'http://127.0.0.1:3/us-east-1_smallPeople',
      CLIENT: 'small-Portal',
    });
    expect(userPoolGroups).toEqual([{ name: 'clerk', description: 'Uploads' }]);
    expect(userPoolClients).toEqual([
      {
        id: 'small-Portal',
        callbackUrls: ['http://localhost:2/'],
        logoutUrls: ['http://localhost:2/signed-out'],
        scopes: ['openid', 'nibrs/use'],
        tokenSeconds: 1800,
        refreshSeconds: 36_000,
      },
    ]);
  });

  it.each<[string, object]>([
    ['tokens in the address', { AllowedOAuthFlows: ['implicit'] }],
    ['a secret', { GenerateSecret: true }],
    ['no way back', { CallbackURLs: [] }],
  ])('whose client has %s is an error that names it', (_, changed) => {
    expect(() => plan({ portal: changed })).toThrow(/resource Portal .*cannot run it as it is/s);
  });
});

it('an address that a template puts together is the local one', () => {
  expect(plan().outputs).toEqual({
    PortalUrl: 'http://localhost:2/',
    SignInUrl: 'http://127.0.0.1:3',
    InboxUrl: 'http://127.0.0.1:1/inbox',
  });
});
