import type { Plugin } from 'vite';
import { edits } from '../shared/nibrs/edits/catalog.ts';
import { factsOf, nameOf, segmentLabel } from '../shared/nibrs/edits/facts.ts';
import { specificationOf } from '../shared/specification/index.ts';
import { elementFacts } from '../shared/specification/page/element.ts';
import type { StateProfile } from '../shared/state/declaration.ts';
import { profiles } from '../shared/state/profiles/index.ts';

/** One of the FBI's numbers. */
export interface PublishedEdit {
  code: string;
  severity: 'error' | 'warning' | null;
  /** Where it belongs, in words. */
  segment: string;
  elements: { number: string; name: string }[];
  /** What it says; why it is never found, where it is not. */
  message: string;
  hint: string | null;
  /** Where the FBI's specification has it. */
  source: string;
  isActive: boolean;
}

/** A finding that a state's elements can have. */
export interface PublishedFinding {
  code: string;
  severity: 'error' | 'warning';
  element: string;
  message: string;
  hint: string;
}

/** What a state publishes of its elements, in words. */
export interface PublishedState {
  title: string;
  version: string;
  effective: string;
  elements: {
    id: string;
    title: string;
    definition: string;
    facts: (readonly [name: string, text: string])[];
    /** Of a closed list. */
    codes: [code: string, meaning: string][];
  }[];
  findings: PublishedFinding[];
  history: { version: string; date: string; changes: string[] }[];
  /** Files for those who build on it, below `specification/`. */
  files: string[];
}

/**
 * What the portal shows of the declarations, made when it is built: they are checked by code that a browser needs none of.
 * As modules: `published:edits`, and `published:states` by the code of the state.
 */
export function published(): Plugin {
  const modules: Readonly<Record<string, () => unknown>> = {
    'published:edits': publishedEdits,
    'published:states': publishedStates,
  };
  const prefix = '\0';
  return {
    name: 'published',
    resolveId: (id) => (Object.hasOwn(modules, id) ? prefix + id : undefined),
    async load(id) {
      const make = id.startsWith(prefix) ? modules[id.slice(prefix.length)] : undefined;
      return make && `export default JSON.parse(${JSON.stringify(JSON.stringify(await make()))})`;
    },
  };
}

function publishedEdits(): PublishedEdit[] {
  return edits.map((edit) => {
    const { code, severity, segment, elements, message, hint, reason, source, status } = factsOf(edit);
    return {
      code,
      severity,
      segment: segmentLabel(segment),
      elements: elements.map((number) => ({ number, name: nameOf(number, segment) })),
      message: message ?? reason ?? '',
      hint,
      source,
      isActive: status === 'active',
    };
  });
}

async function publishedStates(): Promise<Record<string, PublishedState>> {
  const states = [...profiles.values()].map(async (profile) => [profile.state, await publishedState(profile)] as const);
  return Object.fromEntries(await Promise.all(states));
}

async function publishedState(profile: StateProfile): Promise<PublishedState> {
  const { files, findings } = await specificationOf(profile);
  const { title, version, effective, elements, history } = profile;
  // Said of a segment and of a row of a supplement alike.
  const found = new Map(
    [...findings.values()]
      .flat()
      .map(({ code, severity, element, message, hint }) => [
        `${code} ${element} ${message}`,
        { code, severity, element, message, hint },
      ]),
  );
  return {
    title,
    version,
    effective,
    elements: elements.map((element) => ({
      id: element.id,
      title: element.title,
      definition: element.definition,
      facts: elementFacts(profile, element),
      codes: element.format.kind === 'codes' ? Object.entries(element.format.codes) : [],
    })),
    findings: [...found.values()],
    history: history.map(({ version, date, changes }) => ({ version, date, changes: [...changes] })),
    files: [...files.keys()],
  };
}
