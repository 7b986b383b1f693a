import { z } from 'zod';

/** An operation of the API, and what answers it. */
export interface RoutePlan {
  method: string;
  /** As OpenAPI writes it: `/reports/{ori}`, and `/{proxy+}` for whatever comes. */
  path: string;
  /** Of the function, or of an alias. */
  functionName: string;
  /** A token of the user pool with one of these scopes is asked for; undefined where anybody may call. */
  scopes: string[] | undefined;
  /** How long the gateway waits for the function. */
  timeoutMillis: number;
}

export interface ApiPlan {
  id: string;
  routes: RoutePlan[];
  /** From how many bytes on an answer is compressed; undefined where none is. */
  compressesFrom: number | undefined;
}

const functionOfUri =
  /^arn:aws:apigateway:[^:]+:lambda:path\/2015-03-31\/functions\/arn:aws:lambda:[^:]+:\d+:function:([^/]+)\/invocations$/;

/** Lambda proxy integrations only. */
const integration = z.strictObject({
  type: z.literal('aws_proxy'),
  httpMethod: z.literal('POST'),
  uri: z.string().transform((uri, context) => {
    const [, name] = functionOfUri.exec(uri) ?? [];
    if (name !== undefined) return name;
    context.addIssue({ code: 'custom', message: `${uri} is not the address of a function` });
    return z.NEVER;
  }),
  timeoutInMillis: z.number().default(29_000),
  // Either has a say only where a request is mapped, which a proxy integration does not do.
  passthroughBehavior: z.string().optional(),
  contentHandling: z.string().optional(),
});

/** A requirement without scopes would let identity tokens in, which nothing here understands. */
const requirement = z.strictObject({ cognito: z.array(z.string()).min(1) });

const operation = z.looseObject({
  'x-amazon-apigateway-integration': integration,
  security: z.tuple([requirement]).or(z.tuple([])).default([]),
});

const authorizer = z.looseObject({
  type: z.literal('apiKey'),
  name: z.literal('Authorization'),
  in: z.literal('header'),
  'x-amazon-apigateway-authtype': z.literal('cognito_user_pools'),
});

/** OpenAPI with API Gateway's extensions. Strict: requirements for all operations, say, would be left out in silence. */
const body = z
  .strictObject({
    openapi: z.string(),
    info: z.unknown(),
    tags: z.unknown().optional(),
    paths: z.record(
      z.string().startsWith('/'),
      z.record(z.enum(['get', 'put', 'post', 'delete', 'patch', 'head', 'options']), operation.optional()),
    ),
    components: z.looseObject({ securitySchemes: z.strictObject({ cognito: authorizer }).optional() }).optional(),
  })
  .transform(({ paths }) =>
    Object.entries(paths).flatMap(([path, operations]) =>
      Object.entries(operations).flatMap(([method, described]) =>
        described ? [routeOf(method, path, described)] : [],
      ),
    ),
  );

export const apiProperties = z.object({
  Body: body,
  // Every body reaches its function in Base64.
  BinaryMediaTypes: z.tuple([z.literal('*/*')]),
  MinimumCompressionSize: z.number().optional(),
});

export const stageProperties = z.object({ StageName: z.string() });

function routeOf(method: string, path: string, { security, ...described }: z.infer<typeof operation>): RoutePlan {
  const { uri, timeoutInMillis } = described['x-amazon-apigateway-integration'];
  return {
    method: method.toUpperCase(),
    path,
    functionName: uri,
    scopes: security[0]?.cognito,
    timeoutMillis: timeoutInMillis,
  };
}
