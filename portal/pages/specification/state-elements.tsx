import { counted } from '../../../shared/count-words.ts';
import { Facts } from '../../parts/facts.tsx';
import { Severity } from '../../parts/findings/severity.tsx';
import { Empty } from '../../parts/notice.tsx';
import { PlaceLink, useNamedPlace } from '../../parts/place-link.tsx';
import { Table } from '../../parts/table.tsx';
import { dayName, monthName } from '../../parts/words.ts';
import type { PublishedFinding, PublishedState } from '../../published.ts';
import { finding } from './find.ts';

type Element = PublishedState['elements'][number];

/** What a state publishes of its elements. */
export function StateElements({ published, find }: { published: PublishedState; find: string }) {
  const { title, version, effective, elements, findings, history, files } = published;
  const findingsOf = (id: string) => findings.filter(({ element }) => element === id);
  const found = finding(elements, find, (element) => textOf(element, findingsOf(element.id)));
  const others = findings.filter(({ element }) => !elements.some(({ id }) => id === element));
  const otherFound = finding(others, find, ({ code, message, hint }) => `${code} ${message} ${hint}`);
  useNamedPlace(true);
  return (
    <>
      <p>
        {title}, version {version}, in effect from {monthName(effective)}.
      </p>
      <p role="status">
        {found.length === elements.length
          ? `All ${counted(elements.length, 'element')}`
          : `${found.length} of ${counted(elements.length, 'element')}`}
      </p>
      {found.length + otherFound.length === 0 && <Empty title="No element is like that" />}
      {found.length > 3 && (
        <ul class="usa-list element-links">
          {found.map(({ id, title: name }) => (
            <li key={id}>
              <PlaceLink to={id}>
                {id} {name}
              </PlaceLink>
            </li>
          ))}
        </ul>
      )}
      {found.map((element) => (
        <ElementSection key={element.id} element={element} findings={findingsOf(element.id)} />
      ))}
      {otherFound.length > 0 && (
        <section class="part">
          <h2>Findings on whole segments and rows</h2>
          <Findings of="segments and rows" findings={otherFound} />
        </section>
      )}
      <Files files={files} />
      <History history={history} />
    </>
  );
}

function ElementSection({ element, findings }: { element: Element; findings: readonly PublishedFinding[] }) {
  const { id, title, definition, facts, codes } = element;
  return (
    <section class="element">
      <h2 id={id} tabIndex={-1}>
        <span class="figures">{id}</span> {title}
      </h2>
      <p>{definition}</p>
      {codes.length > 0 && (
        <Table caption={`Codes of ${id}`} class="codes">
          <thead>
            <tr>
              <th scope="col">Code</th>
              <th scope="col">Means</th>
            </tr>
          </thead>
          <tbody>
            {codes.map(([code, meaning]) => (
              <tr key={code}>
                <th scope="row">
                  <b>{code}</b>
                </th>
                <td>{meaning}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      <Facts facts={facts} />
      {findings.length > 0 && (
        <details class="more">
          <summary>What is found in it when it is wrong</summary>
          <Findings of={id} findings={findings} />
        </details>
      )}
    </section>
  );
}

function Findings({ of, findings }: { of: string; findings: readonly PublishedFinding[] }) {
  return (
    <Table caption={`Findings on ${of}`}>
      <thead>
        <tr>
          <th scope="col">Number</th>
          <th scope="col">What it says</th>
          <th scope="col">What to do</th>
        </tr>
      </thead>
      <tbody>
        {findings.map(({ code, severity, message, hint }) => (
          <tr key={code + message}>
            <th scope="row">
              <span class="figures">{code}</span> <Severity of={severity} />
            </th>
            <td>{message}</td>
            <td>{hint}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

const fileWords: Readonly<Record<string, string>> = {
  'index.html': 'All of it as one page, to print or to send on',
  'schema.json': 'JSON Schema of the elements',
  'elements.xsd': 'XML schema of the elements in NIBRS XML',
  'template.csv': 'Header of a supplement, and a row of it',
  'samples/good.txt': 'Reports without a mistake',
  'samples/bad.txt': 'Reports with one mistake each',
  'samples/bad.findings.jsonl': 'What is found in them',
  'samples/good-supplement.csv': 'A supplement without a mistake',
  'samples/bad-supplement.csv': 'Rows with one mistake each',
  'samples/bad-supplement.findings.jsonl': 'What is found in them',
};

/** They are served beside the portal, and are no pages of it. */
function Files({ files }: { files: readonly string[] }) {
  return (
    <section class="part" aria-labelledby="spec-files">
      <h2 id="spec-files">Files for those who build on this</h2>
      <ul class="usa-list">
        {files.map((name) => (
          <li key={name}>
            {name.endsWith('.html') ? (
              <a href={`specification/${name}`} target="_blank" rel="noopener">
                {name} (opens in a new tab)
              </a>
            ) : (
              <a href={`specification/${name}`} download={name.slice(name.lastIndexOf('/') + 1)}>
                {name}
              </a>
            )}
            : {fileWords[name] ?? 'for programs'}
          </li>
        ))}
      </ul>
    </section>
  );
}

function History({ history }: Pick<PublishedState, 'history'>) {
  return (
    <section class="part" aria-labelledby="spec-history">
      <h2 id="spec-history">Changes</h2>
      {history.map(({ version, date, changes }) => (
        <div key={version}>
          <h3>
            Version {version}, {dayName(date)}
          </h3>
          <ul class="usa-list">
            {changes.map((change) => (
              <li key={change}>{change}</li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function textOf({ id, title, definition, facts, codes }: Element, findings: readonly PublishedFinding[]): string {
  return [id, title, definition, ...facts.flat(), ...codes.flat(), ...findings.map(({ code }) => code)].join(' ');
}
