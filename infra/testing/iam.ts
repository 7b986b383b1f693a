/** A statement of a policy, with its references written as names. */
export interface Statement {
  Effect: 'Allow' | 'Deny';
  Action: string | string[];
  Resource?: string | string[];
  Principal?: unknown;
  Condition?: Record<string, Record<string, string | string[]>>;
}

export interface Request {
  /** Who asks: the ARN of a role. */
  principal: string;
  action: string;
  resource: string;
  /** What conditions ask about: `aws:SecureTransport` and so on. `aws:PrincipalArn` is known. */
  context?: Record<string, string>;
}

const knownKeys = ['Sid', 'Effect', 'Action', 'Resource', 'Principal', 'Condition'];

/**
 * Whether a role may do something to a resource of its own account, as IAM decides (IAM User Guide, "Policy evaluation
 * logic"): a statement that denies wins; otherwise one has to allow. `resourcePolicy` is the resource's own; what it allows
 * the whole account counts as no permission by itself. `delegates` is for KMS keys, whose policy has to hand the decision
 * to the account before a role's own policy counts. Throws for what it does not know: `NotAction`, `NotResource`,
 * `NotPrincipal` and conditions other than those below.
 */
export function isAllowed(
  request: Request,
  {
    own,
    resourcePolicy = [],
    delegates = false,
  }: { own: Statement[]; resourcePolicy?: Statement[]; delegates?: boolean },
): boolean {
  const ofResource = resourcePolicy.filter((statement) => applies(statement, request));
  const ofRole = own.filter((statement) => applies(statement, request));
  if ([...ofResource, ...ofRole].some(({ Effect }) => Effect === 'Deny')) return false;
  const named = ofResource.some(({ Principal }) => principalsOf(Principal).includes(request.principal));
  const delegated = !delegates || ofResource.some(({ Principal }) => principalsOf(Principal).some(isAccount));
  return named || (delegated && ofRole.length > 0);
}

function applies(statement: Statement, request: Request): boolean {
  const unknown = Object.keys(statement).filter((key) => !knownKeys.includes(key));
  if (unknown.length > 0) throw new Error(`The evaluator does not know ${unknown.join(', ')} of a statement`);
  return (
    list(statement.Action).some((pattern) => matches(pattern.toLowerCase(), request.action.toLowerCase())) &&
    list(statement.Resource ?? '*').some((pattern) => matches(pattern, request.resource)) &&
    (statement.Principal === undefined || concerns(principalsOf(statement.Principal), request.principal)) &&
    Object.entries(statement.Condition ?? {}).every(([operator, keys]) => holds(operator, keys, request))
  );
}

function concerns(principals: string[], principal: string): boolean {
  return principals.some((each) => each === '*' || each === principal || isAccount(each));
}

function isAccount(principal: string): boolean {
  return /:root$/.test(principal);
}

/** The AWS principals; services ask with no role of this system. */
function principalsOf(principal: unknown): string[] {
  if (principal === '*') return ['*'];
  return list((principal as { AWS?: string | string[] } | undefined)?.AWS ?? []);
}

const operators: Record<string, (value: string | undefined, wanted: string[]) => boolean> = {
  StringEquals: (value, wanted) => value !== undefined && wanted.includes(value),
  StringNotEquals: (value, wanted) => value === undefined || !wanted.includes(value),
  Bool: (value, wanted) => value !== undefined && wanted.includes(value),
  NumericLessThan: (value, wanted) => value !== undefined && wanted.some((limit) => Number(value) < Number(limit)),
};

function holds(operator: string, keys: Record<string, string | string[]>, request: Request): boolean {
  const decide = operators[operator];
  if (!decide) throw new Error(`The evaluator does not know the condition ${operator}`);
  const context: Record<string, string> = { 'aws:PrincipalArn': request.principal, ...request.context };
  return Object.entries(keys).every(([key, wanted]) => decide(context[key], list(wanted).map(String)));
}

/** `*` stands for any text and `?` for any character. */
function matches(pattern: string, text: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 's').test(text);
}

function list<T>(value: T | T[]): T[] {
  return Array.isArray(value) ? value : [value];
}
