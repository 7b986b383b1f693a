import { useEffect, useState } from 'preact/hooks';
import { Loading } from '../../frame/loading.tsx';
import { Page } from '../../frame/page.tsx';
import { Notice } from '../../parts/notice.tsx';
import { PlaceLink, useNamedPlace } from '../../parts/place-link.tsx';
import { Beginning } from './beginning.tsx';
import { type ApiDocument, areasOf } from './document.ts';
import { Fields } from './fields.tsx';
import { Operation } from './operation.tsx';
import { rowsOf, typeOf } from './rows.ts';

/** The API for those who build on it, from the document that programs read. */
export default function Reference() {
  const [document, setDocument] = useState<ApiDocument | 'failed'>();
  useEffect(() => {
    fetch('openapi.json')
      .then((response) => response.json())
      .then(setDocument, () => setDocument('failed'));
  }, []);
  return (
    <Page title="API" lead="What the portal does, your records system can do by itself.">
      {document === undefined && <Loading what="the API" />}
      {document === 'failed' && (
        <Notice kind="error">It did not load. Check the connection, and load the page again.</Notice>
      )}
      {typeof document === 'object' && <Whole document={document} />}
    </Page>
  );
}

const areaTitles: Readonly<Record<string, string>> = {
  submissions: 'Submissions',
  findings: 'Findings',
  months: 'Months',
  agencies: 'Agencies',
  quality: 'Quality',
  reports: 'Reports',
  accesses: 'Accesses',
  transmissions: 'Transmissions',
  extracts: 'Extracts',
  me: 'Caller',
  operations: 'Operations',
  statistics: 'Statistics',
};

function Whole({ document }: { document: ApiDocument }) {
  useNamedPlace(true);
  const areas = [...areasOf(document)];
  return (
    <>
      <nav aria-label="Contents" class="contents">
        <h2>Contents</h2>
        <ul>
          <li>
            <PlaceLink to="beginning">How to begin</PlaceLink>
          </li>
          {areas.map(([area, endpoints]) => (
            <li key={area}>
              <PlaceLink to={area}>{areaTitles[area] ?? area}</PlaceLink>
              <ul>
                {endpoints.map(({ operationId, summary }) => (
                  <li key={operationId}>
                    <PlaceLink to={operationId}>{summary}</PlaceLink>
                  </li>
                ))}
              </ul>
            </li>
          ))}
          <li>
            <PlaceLink to="types">Types</PlaceLink>
          </li>
        </ul>
      </nav>
      <Beginning document={document} />
      {areas.map(([area, endpoints]) => (
        <section key={area} class="api-area">
          <h2 id={area} tabIndex={-1}>
            {areaTitles[area] ?? area}
          </h2>
          {endpoints.map((endpoint) => (
            <Operation key={endpoint.operationId} endpoint={endpoint} document={document} />
          ))}
        </section>
      ))}
      <Types document={document} />
    </>
  );
}

function Types({ document }: { document: ApiDocument }) {
  return (
    <section class="api-area">
      <h2 id="types" tabIndex={-1}>
        Types
      </h2>
      {Object.entries(document.components.schemas).map(([name, schema]) => {
        const rows = rowsOf(schema);
        return (
          <section key={name} class="api-type">
            <h3 id={`type-${name}`} tabIndex={-1}>
              {name}
            </h3>
            {schema.description && <p>{schema.description}</p>}
            {rows.length > 0 ? (
              <Fields caption={`Fields of ${name}`} rows={rows} />
            ) : (
              <p>
                {typeOf(schema).type}
                {schema.pattern && (
                  <>
                    , like <code>{schema.pattern}</code>
                  </>
                )}
              </p>
            )}
          </section>
        );
      })}
    </section>
  );
}
