import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { generateReports } from '../../test/generate/reports.ts';
import { everyFeature } from '../../test/profiles/every-feature.ts';
import { examineFile } from '../intake/examine.ts';
import type { Finding } from '../nibrs/finding.ts';
import type { StateProfile } from '../state/declaration.ts';
import { profiles } from '../state/index.ts';
import { stateLayouts } from '../state/layout.ts';
import { specificationOf } from './index.ts';
import { valuesBySubject } from './json-schema.ts';
import { sampleMonth } from './sample.ts';

const all = [...profiles.values(), everyFeature];
const specifications = new Map(
  await Promise.all(all.map(async (profile) => [profile, await specificationOf(profile)] as const)),
);

function fileOf(profile: StateProfile, name: string): string {
  return specifications.get(profile)!.files.get(name)!;
}

/** What the validator is said to find in all bad samples. */
function badFindings(profile: StateProfile): Finding[] {
  return [...specifications.get(profile)!.findings.values()].flat();
}

/** The profiles of which a part may come in a supplement. */
const supplemented = all.filter(({ elements }) => elements.some(({ carriers }) => carriers.supplement));

async function validated(profile: StateProfile, text: string): Promise<{ findings: Finding[]; accepted: number }> {
  const stream = new Blob([Buffer.from(text, 'latin1')]).stream();
  const findings: Finding[] = [];
  let accepted = 0;
  for await (const part of examineFile(stream, { today: '20991231', profile, period: sampleMonth(profile) })) {
    if ('refusal' in part) throw new Error(part.refusal.message);
    findings.push(...part.findings);
    if (part.federal) accepted += 1;
  }
  return { findings, accepted };
}

describe.each(all)('$state: the page', (profile) => {
  const page = fileOf(profile, 'index.html');
  const words = page.replaceAll('&#39;', "'");

  test('names every element, its title, definition and authority', () => {
    for (const { id, title, definition, legalAuthority } of profile.elements) {
      expect(page).toContain(`<h3 id="${id}">`);
      for (const text of [title, definition, legalAuthority]) expect(words).toContain(text);
    }
  });

  test('has every code with its meaning', () => {
    for (const { format } of profile.elements) {
      for (const [code, meaning] of format.kind === 'codes' ? Object.entries(format.codes) : []) {
        expect(words).toContain(`<dt><code>${code}</code></dt><dd>${meaning.replaceAll('&', '&amp;')}`);
      }
    }
  });

  test('has every position once in the table of its segment', () => {
    for (const { segment, length, head, subject, fields } of stateLayouts(profile)) {
      const [, table = ''] = page.split(`<table aria-label="Positions of Segment ${segment.level}: `);
      const rows = table.slice(table.indexOf('<tbody>'), table.indexOf('</table>'));
      const starts = [...rows.matchAll(/<span class="nowrap">(\d+)/g)].map(([, start]) => Number(start));
      expect(starts).toEqual(starts.toSorted((one, other) => one - other));
      expect(starts).toEqual(expect.arrayContaining([...head, ...subject, ...fields].map(({ start }) => start)));
      expect(positionsIn(rows)).toEqual(Array.from({ length }, (_, index) => index + 1));
    }
  });

  test('says that it is illustrative where the title does', () => {
    expect(page.includes('<strong>Illustrative.</strong>')).toBe(profile.title.includes('illustrative'));
  });

  test('shows every finding on the bad samples', () => {
    for (const { segment, record, report, message, code } of badFindings(profile)) {
      if (segment !== 'supplement') expect(words).toContain(`<code class="nowrap">${report}</code>`);
      else if (!page.includes(message)) expect(words).toContain(`<code class="nowrap">line ${record}</code>`);
      expect(words).toContain(`<strong>${code}</strong>`);
      expect(words).toContain(message);
    }
  });

  test('has the history of the profile, the newest version first', () => {
    const table = words.slice(words.indexOf('<table aria-label="Change history"'));
    for (const { version, changes } of profile.history) {
      for (const text of [version, ...changes]) expect(table).toContain(`>${text}<`);
    }
    const places = profile.history.map(({ version }) => table.indexOf(`<td>${version}</td>`));
    expect(places).toEqual(places.toSorted((one, other) => one - other));
  });

  test('loads nothing, and its links to places within it lead somewhere', () => {
    expect(page).not.toMatch(/<script|<img|<link|https?:/);
    const ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    expect([...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id).filter((id) => !ids.has(id))).toEqual([]);
    const { files } = specifications.get(profile)!;
    expect([...page.matchAll(/href="([^"#]+)"/g)].map(([, name]) => name).filter((name) => !files.has(name!))).toEqual(
      [],
    );
  });
});

/** The columns of all rows of a table of positions: those of a field, and of all its places. */
function positionsIn(rows: string): number[] {
  const ranges = [...rows.matchAll(/<tr>(.*?)<\/tr>/gs)].flatMap(([row]) => {
    const [, places] = / places, positions ([\d–, ]+)/.exec(row) ?? [];
    const [, place = ''] = /<span class="nowrap">([\d–]+)/.exec(row) ?? [];
    return (places ?? place).split(', ');
  });
  const columns = ranges.flatMap((range) => {
    const [start = 0, end = start] = range.split('–').map(Number);
    return Array.from({ length: end - start + 1 }, (_, index) => start + index);
  });
  return columns.sort((one, other) => one - other);
}

describe.each(all)('$state: the samples', (profile) => {
  test('the good ones are accepted without a finding, and have every element that may be reported', async () => {
    const { findings, accepted } = await validated(profile, fileOf(profile, 'samples/good.txt'));
    expect(findings).toEqual([]);
    expect(accepted).toBeGreaterThan(1);

    const reported = new Set<string>();
    for (const name of ['samples/good.txt', 'samples/good-supplement.csv']) {
      const stream = new Blob([fileOf(profile, name) ?? '']).stream();
      for await (const part of examineFile(stream, { today: '20991231', profile })) {
        if ('state' in part) for (const { element } of part.state?.values ?? []) reported.add(element);
      }
    }
    const reportable = profile.elements.filter(({ obligation }) => obligation.kind !== 'prohibited');
    expect(reportable.map(({ id }) => id).filter((id) => !reported.has(id))).toEqual([]);
  });

  test('the bad ones have one mistake each, and draw the findings which the specification shows', async () => {
    const text = fileOf(profile, 'samples/bad.txt');
    const { findings } = await validated(profile, text);
    expect(findings).toEqual(specifications.get(profile)!.findings.get('samples/bad.txt'));
    const reports = new Set(findings.map(({ report }) => report));
    expect(reports.size).toBe(findings.length);
    const numbers = new Set(text.match(/BAD-\d{4}/g));
    expect([...numbers].filter((number) => !reports.has(number) && !reports.has(number.replace('BAD', 'ODD')))).toEqual(
      [],
    );
  });

  test('the bad ones break the format of every element, and every obligation', () => {
    const drawn = new Set(badFindings(profile).map(({ element, code }) => `${element} ${code}`));
    const expected = profile.elements.flatMap(({ id, format, obligation, mapping }) => {
      if (mapping || obligation.kind === 'prohibited') return [];
      const misfit = `${id} ${profile.state}${format.kind === 'codes' ? '01' : '03'}`;
      const isOwed =
        obligation.kind === 'mandatory' ||
        (obligation.kind === 'conditional' && [obligation.duty, obligation.otherwise].includes('mandatory'));
      return isOwed ? [misfit, `${id} ${profile.state}05`] : [misfit];
    });
    expect(expected.filter((pair) => !drawn.has(pair))).toEqual([]);
  });
});

test('a bad sample breaks each rule that a profile with every feature has', () => {
  const codes = new Set(badFindings(everyFeature).map(({ code }) => code));
  const own = ['01', '02', '03', '04', '05', '06', '07', '08', '09'].map((number) => `ZZ${number}`);
  expect([...codes].filter((code) => code.startsWith('ZZ')).sort()).toEqual(own);
});

describe.each(all)('$state: the JSON Schema', (profile) => {
  const schema = JSON.parse(fileOf(profile, 'schema.json'));
  const validate = new Ajv2020({ strict: true, allErrors: true }).compile(schema);
  const reports = generateReports({
    state: profile.state,
    profile,
    agencies: [`${profile.state}0010000`],
    period: sampleMonth(profile),
    incidents: 60,
    arrests: 20,
    zeroReports: 0,
    offenses: 'every',
    seed: 11,
    stateSegments: true,
  });
  const halves = reports.flatMap(({ state }) => (state ? [valuesBySubject(profile, state.values)] : []));

  test('accepts generated state halves, and its own example', () => {
    expect(halves.length).toBeGreaterThan(0);
    for (const half of [...halves, ...schema.examples]) {
      expect({ valid: validate(half), errors: validate.errors }).toEqual({ valid: true, errors: null });
    }
  });

  test('refuses a wrong value of every element, an unknown element, and a subject that is none', () => {
    const changed = new Set<string>();
    for (const half of halves) {
      for (const [path, id] of valuesIn(half)) {
        changed.add(id);
        expect(validate(withValueAt(half, path, '?'.repeat(90)))).toBe(false);
        expect(validate(withValueAt(half, [...path.slice(0, -1), `${profile.state}-NONE`], 'A'))).toBe(false);
      }
      expect(validate({ ...half, witness: {} })).toBe(false);
    }
    expect(changed.size).toBeGreaterThan(0);
    expect(validate({ [profile.elements[0]!.describes]: { '?': {} } })).toBe(false);
  });
});

type Tree = { [key: string]: unknown };

/** Where the values of a half are, and whose element each is. */
function* valuesIn(tree: Tree, path: string[] = []): Generator<[string[], string]> {
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      yield* valuesIn(value as Tree, [...path, key]);
    else yield [[...path, key], key];
  }
}

function withValueAt(tree: Tree, [key = '', ...rest]: readonly string[], value: string): Tree {
  return { ...tree, [key]: rest.length === 0 ? value : withValueAt((tree[key] ?? {}) as Tree, rest, value) };
}

describe.each(all)('$state: the XML Schema', (profile) => {
  test('is well-formed, and has a type for every element', () => {
    const xsd = fileOf(profile, 'elements.xsd');
    expect(openAt(xsd)).toEqual([]);
    for (const { id } of profile.elements) expect(xsd).toContain(`<xs:simpleType name="${id}Type">`);
  });
});

/** Tags left open at the end of an XML text; throws where one is closed that is not the last opened. */
function openAt(xml: string): string[] {
  const open: string[] = [];
  const rest = xml.replace(/^<\?xml [^?]*\?>/, '');
  for (const [tag, closing, name = '', selfClosing] of rest.matchAll(
    /<(\/?)([\w:.-]+)(?:\s+[\w:.-]+="[^"<]*")*\s*(\/?)>/g,
  )) {
    if (closing && open.pop() !== name) throw new Error(`${tag} closes what is not open.`);
    if (!closing && !selfClosing) open.push(name);
  }
  expect(rest.replace(/<[^<>]*>/g, '')).not.toMatch(/[<>]|&(?!(amp|lt|gt|quot|#39);)/);
  return open;
}

test('elements that a profile takes in NIBRS XML stand in an augmentation of who or what they describe', () => {
  expect(fileOf(everyFeature, 'elements.xsd')).toContain(`<xs:complexType name="OffenseAugmentationType">
    <xs:sequence>
      <xs:element ref="ZZ-1" minOccurs="0" maxOccurs="1"/>
    </xs:sequence>`);
});

describe.each(supplemented)('$state: the supplement', (profile) => {
  test('is accepted without a finding, and says what the good reports say', async () => {
    const valuesIn = async (name: string) => {
      const values = new Set<string>();
      const stream = new Blob([Buffer.from(fileOf(profile, name), name.endsWith('txt') ? 'latin1' : 'utf8')]).stream();
      for await (const part of examineFile(stream, { today: '20991231', profile })) {
        if (!('state' in part) || !part.state) continue;
        expect(part.findings).toEqual([]);
        for (const value of part.state.values)
          values.add(JSON.stringify({ ...part.source.report, segments: 0, ...value }));
      }
      return values;
    };
    const isSupplied = new Set(profile.elements.filter(({ carriers }) => carriers.supplement).map(({ id }) => id));
    const strip = (values: ReadonlySet<string>) =>
      [...values]
        .map((text) => JSON.parse(text) as Record<string, string>)
        .filter(({ element }) => isSupplied.has(element!))
        .map(({ ori, number, element, sequence, occurrence, value }) =>
          [ori, number, element, sequence, occurrence, value].join(' '),
        )
        .sort();
    const onlySupplied = profile.elements.filter(({ carriers }) => !carriers.segment).map(({ id }) => ` ${id} `);
    const inRows = strip(await valuesIn('samples/good-supplement.csv'));
    expect(inRows.length).toBeGreaterThan(1);
    expect(inRows.filter((line) => !onlySupplied.some((id) => line.includes(id)))).toEqual(
      strip(await valuesIn('samples/good.txt')),
    );
  });

  test('with mistakes draws the findings which the specification shows, one a mistake', async () => {
    const { findings } = await validated(profile, fileOf(profile, 'samples/bad-supplement.csv'));
    expect(findings).toEqual(specifications.get(profile)!.findings.get('samples/bad-supplement.csv'));
    const own = ['ori 03', 'report 03', 'sequence 03', 'sequence 04', 'segment 08'];
    const columns = profile.elements.filter(({ carriers }) => carriers.supplement);
    const misfits = columns.map(({ id, format }) => `${id} ${format.kind === 'codes' ? '01' : '03'}`);
    const drawn = findings.map(({ element, code }) => `${element} ${code.slice(2)}`);
    expect(drawn.sort()).toEqual([...own, ...misfits].sort());
  });

  test('has its columns on the page', () => {
    const [header = ''] = fileOf(profile, 'template.csv').split('\r\n');
    for (const name of header.split(',')) expect(fileOf(profile, 'index.html')).toContain(`<code>${name}</code>`);
  });
});

test('the template of a supplement has the elements that may be sent in one, and a row', () => {
  expect(fileOf(profiles.get('MO')!, 'template.csv')).toBe(
    'ori,report,sequence,MO-3,MO-4\r\nMO0010000,GOOD-0001,01,C,F\r\n',
  );
  const without = all.filter((profile) => !supplemented.includes(profile));
  expect(without.map((profile) => fileOf(profile, 'template.csv'))).toEqual(without.map(() => undefined));
});
