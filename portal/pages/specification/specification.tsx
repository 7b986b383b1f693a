import { useEffect, useState } from 'preact/hooks';
import { Loading } from '../../frame/loading.tsx';
import { Page } from '../../frame/page.tsx';
import { Filters, TextField } from '../../parts/fields.tsx';
import { Notice } from '../../parts/notice.tsx';
import { useQuery } from '../../parts/use-query.ts';
import { usePortal } from '../../portal-context.ts';
import type { PublishedEdit, PublishedState } from '../../published.ts';
import { Edits } from './edits.tsx';
import { StateElements } from './state-elements.tsx';

/** What may be reported: the state's elements, and the FBI's edits. */
export default function Specification() {
  const { state } = usePortal().config;
  const { query, type, addressWith } = useQuery();
  const isOfEdits = query.view === 'edits' || !state;
  const find = query.find ?? '';
  const views = [
    ...(state ? [{ view: undefined, title: `Elements of ${state.name}`, isHere: !isOfEdits }] : []),
    { view: 'edits', title: 'Edits of the FBI', isHere: isOfEdits },
  ];
  return (
    <Page
      title="Specification"
      lead="What the state asks for beside the FBI’s elements, and every number that a finding can have."
    >
      <nav aria-label="Parts of the specification" class="tabs">
        <ul>
          {views.map(({ view, title, isHere }) => (
            <li key={title}>
              <a href={addressWith({ view, find: undefined })} aria-current={isHere ? 'page' : undefined}>
                {title}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Filters label="Search the specification">
        <TextField
          label="Search"
          hint={isOfEdits ? 'A number, an element, or words' : 'An element, a code, or words'}
          type="search"
          value={find}
          onInput={(text) => type({ find: text })}
        />
      </Filters>
      {isOfEdits ? (
        <Loaded load={loadEdits}>{(edits) => <Edits edits={edits} find={find} />}</Loaded>
      ) : (
        <Loaded load={loadStates}>
          {(states) => {
            const published = states[state.code];
            return published && <StateElements published={published} find={find} />;
          }}
        </Loaded>
      )}
    </Page>
  );
}

function loadEdits(): Promise<readonly PublishedEdit[]> {
  return import('published:edits').then(({ default: edits }) => edits);
}

function loadStates(): Promise<Readonly<Record<string, PublishedState>>> {
  return import('published:states').then(({ default: states }) => states);
}

interface LoadedProps<T> {
  /** The same function as long as the same is to be loaded. */
  load(): Promise<T>;
  children(loaded: T): preact.ComponentChildren;
}

function Loaded<T>({ load, children }: LoadedProps<T>) {
  const [{ loaded, failed }, setState] = useState<{ loaded?: T; failed?: boolean }>({});
  useEffect(() => {
    load().then(
      (value) => setState({ loaded: value }),
      () => setState({ failed: true }),
    );
  }, [load]);
  if (failed) return <Notice kind="error">It did not load. Check the connection, and load the page again.</Notice>;
  return loaded === undefined ? <Loading what="the specification" /> : children(loaded);
}
