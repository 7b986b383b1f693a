/** A request that the gateway answers itself, as API Gateway does ("Gateway response types", API Gateway developer guide). */
export class Refusal extends Error {
  readonly status: number;
  readonly type: string;

  constructor(status: number, type: string, message: string) {
    super(message);
    this.status = status;
    this.type = type;
  }
}

/** There is no such route; API Gateway says for this too that a token is missing. */
export const noRoute = () => new Refusal(403, 'MissingAuthenticationTokenException', 'Missing Authentication Token');

/** The function failed, or what it replied is no reply of a proxy integration. */
export const badReply = () => new Refusal(502, 'InternalServerErrorException', 'Internal server error');
