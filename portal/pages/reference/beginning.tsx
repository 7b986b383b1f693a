import { Table } from '../../parts/table.tsx';
import type { ApiDocument } from './document.ts';

/** What holds for all operations: who gives out tokens, and what problems look like. */
export function Beginning({ document }: { document: ApiDocument }) {
  const tokenUrl = document.components.securitySchemes.machine?.flows?.clientCredentials?.tokenUrl ?? '';
  const [first] = Object.values(document.paths).flatMap((methods) => Object.values(methods));
  const problems = Object.entries(first?.responses ?? {}).filter(([status]) => Number(status) >= 400);
  const token = [
    `TOKEN=$(curl --silent --user "$CLIENT_ID:$CLIENT_SECRET" \\`,
    `  --data 'grant_type=client_credentials&scope=nibrs/upload' \\`,
    `  '${tokenUrl}' | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')`,
  ].join('\n');
  return (
    <section class="api-area">
      <h2 id="beginning" tabIndex={-1}>
        How to begin
      </h2>
      <p>
        Ask the state program for a client: it gets an id and a secret, and is told for which agencies it uploads.
        Exchange them for a token, which is good for an hour, and send it along with every request:
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: who has no mouse scrolls it by the arrow keys */}
      <pre class="api-operation__curl" tabIndex={0}>
        <code>{token}</code>
      </pre>
      <ul class="usa-list">
        <li>All requests and replies are JSON, but for files. Times are UTC.</li>
        <li>
          Give every request that changes something an <code>Idempotency-Key</code> of its own. The same request again
          under the same key is done once.
        </li>
        <li>
          Lists come page by page: give what came as <code>next</code> as <code>cursor</code>.
        </li>
        <li>
          The whole of it for programs:{' '}
          <a href="openapi.json" download="openapi.json">
            openapi.json
          </a>{' '}
          (OpenAPI 3.1).
        </li>
      </ul>
      <Table caption="Problems, as application/problem+json" showCaption>
        <thead>
          <tr>
            <th scope="col">Status</th>
            <th scope="col">What it means</th>
          </tr>
        </thead>
        <tbody>
          {problems.map(([status, { description }]) => (
            <tr key={status}>
              <th scope="row" class="figures">
                {status}
              </th>
              <td>{description?.replaceAll('`', '')}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
}
