import type { Role } from '../../../shared/api/caller.ts';
import { roleWords } from '../../frame/words.ts';
import type { ApiDocument, Endpoint, Parameter, Schema } from './document.ts';
import { curlOf } from './example.ts';
import { Fields, TypeWords } from './fields.tsx';
import { type Row, rowsOf, typeOf } from './rows.ts';
import { Words } from './words.tsx';

/** One operation: what it does, who may call it, what it takes and gives. */
export function Operation({ endpoint, document }: { endpoint: Endpoint; document: ApiDocument }) {
  const { operationId, summary, method, path, parameters = [], requestBody, responses } = endpoint;
  const body = requestBody?.content?.['application/json']?.schema;
  const [status, reply] = Object.entries(responses).find(([code]) => code.startsWith('2')) ?? ['', {}];
  return (
    <section class="api-operation">
      <h3 id={operationId} tabIndex={-1}>
        {summary}
      </h3>
      <p class="api-operation__path">
        <b>{method}</b> <code>{path}</code>
      </p>
      <Description endpoint={endpoint} />
      {parameters.length > 0 && <Fields caption="Parameters" rows={parameters.map(rowOfParameter)} />}
      {body && <Shape caption="Body" schema={body} />}
      {Object.entries(reply.content ?? {}).map(
        ([type, { schema }]) => schema && <Shape key={type} caption={`Reply ${status}, ${type}`} schema={schema} />,
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: who has no mouse scrolls it by the arrow keys */}
      <pre class="api-operation__curl" tabIndex={0}>
        <code>{curlOf(endpoint, document.servers[0]?.url ?? '', document)}</code>
      </pre>
    </section>
  );
}

/** The document says in its last line for whom it is; here that is said in the words of the portal. */
function Description({ endpoint: { description = '', operationId } }: { endpoint: Endpoint }) {
  const [words = ''] = description.split(/\n*For: /);
  const declared = Object.entries(OPERATIONS).find(([name]) => name === operationId);
  const roles = (declared?.[1].roles ?? []) as readonly Role[];
  return (
    <>
      {words && (
        <p>
          <Words text={words} />
        </p>
      )}
      <p>For: {roles.map((role) => roleWords[role]).join(', ')}.</p>
    </>
  );
}

function rowOfParameter({ in: place, name, required = false, schema, description }: Parameter): Row {
  return {
    path: place === 'path' ? `{${name}}` : name,
    ...typeOf(schema),
    required,
    description: description ?? schema.description,
  };
}

function Shape({ caption, schema }: { caption: string; schema: Schema }) {
  const rows = rowsOf(schema);
  if (rows.length > 0) return <Fields caption={caption} rows={rows} />;
  return (
    <p>
      <b>{caption}</b>: <TypeWords row={typeOf(schema)} />
    </p>
  );
}
