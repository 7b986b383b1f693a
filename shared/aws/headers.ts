import type { APIGatewayProxyEvent } from 'aws-lambda';

/** A header of a request, by its name in small letters: the gateway hands names on as the caller wrote them. */
export function headerOf({ headers }: Pick<APIGatewayProxyEvent, 'headers'>, name: string): string | undefined {
  return Object.entries(headers ?? {}).find(([given]) => given.toLowerCase() === name)?.[1];
}
