import { createServer, type RequestListener } from 'node:http';
import { UsageError } from '../../shared/errors.ts';

/** A server that listens. */
export interface Listening {
  /** Where, without a slash at the end. */
  url: string;
  /** Takes no more requests, and cuts the connections there are. */
  stop(): Promise<void>;
}

/**
 * Listens for requests of this machine alone, on `port` or on any that is free. A page of another site could reach a
 * server here under a name of its own which it lets lead to this machine, so only this machine's own names are answered.
 * Throws `UsageError` when the port is taken.
 */
export async function listen(answer: RequestListener, port = 0): Promise<Listening> {
  const server = createServer((request, response) => {
    if (/^(localhost|127\.0\.0\.1)(:\d+)?$/.test(request.headers.host ?? '')) return answer(request, response);
    response.writeHead(403, { 'content-type': 'application/json' }).end('{"message":"Forbidden"}');
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) => {
      reject(new UsageError(`Port ${port} of this computer is taken: name another one`, { cause }));
    });
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
