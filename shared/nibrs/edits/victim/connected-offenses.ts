import { groupAOffenses } from '../../codes/index.ts';
import type { VictimSegment } from '../../model/index.ts';
import { type CheckedEdit, error } from '../edit.ts';
import type { Incident } from '../incident.ts';
import { spell } from '../message.ts';

/** Graver offenses and those that are part of them, so that one victim does not have both. */
const parts = offenseTable({
  '09A': '13A 13B 13C',
  '11A 11B 11C': '11D 13A 13B 13C',
  '11D': '13B 13C',
  '120': '13A 13B 13C 23A 23B 23C 23D 23E 23F 23G 23H 240',
  '13A': '13B 13C',
  '13B': '13C',
});

/** Offenses that contradict each other when they are done to one victim. */
const contraries = offenseTable({
  '09B': '09A 13A 13B 13C',
  '11A 11B 11C 11D': '36A 36B',
});

/** Element 24, which connects a victim with the offenses of the incident. */
export const connectedOffenseEdits: readonly CheckedEdit[] = [
  error('incident', {
    code: '466',
    scope: 'report',
    elements: ['24', '6'],
    message: 'The victim is connected to {value}, which is no offense of this incident.',
    hint: 'Enter an offense of the incident instead: {offenses}; or add an offense segment for {value}.',
    source: '3.3.1.2 Table 3-2; 3.3.5.2 Table 3-37; 5.2.5 Table 5-6',
    check(incident, run) {
      const { offenseCodes, victims } = incident;
      for (const victim of victims) {
        const codes = victim.connectedOffenseCodes;
        for (let occurrence = 0; occurrence < codes.length; occurrence++) {
          const code = codes[occurrence] ?? '';
          if (offenseCodes.has(code) || !groupAOffenses.has(code) || !isSettled(incident)) continue;
          if (firstConnected(incident, code) !== victim) continue; // one missing offense is told once
          const offenses = [...offenseCodes].map((other) => spell('6', other)).join(', ');
          run.hit(victim, 'connectedOffenseCodes', { occurrence, details: { offenses } });
        }
      }
    },
  }),
  // The rule has a third part, that justifiable homicide (09C) excludes every other offense. Whoever breaks it either has
  // both offenses in the incident, which 266 tells, or lacks the segment of one, which 466 tells.
  error('4', {
    code: '478',
    scope: 'segment',
    elements: ['24'],
    message: 'The victim is connected to {value} beside {other}, of which it is a part.',
    hint: 'Take {value} out of element 24, and its offense segment out of the incident if no other victim is connected to it.',
    source: '3.3.5.2 Table 3-37; 5.2.5 Tables 5-6 and 5-7',
    suppresses: ['466'],
    check(victim, run) {
      const codes = victim.connectedOffenseCodes;
      if (codes.length < 2) return;
      for (let occurrence = 0; occurrence < codes.length; occurrence++) {
        const code = codes[occurrence] ?? '';
        const whole = wholeOf(codes, code);
        const other = whole ?? contraryBefore(codes, occurrence);
        if (other === undefined) continue;
        const details = { other: spell('24', other) };
        run.hit(victim, 'connectedOffenseCodes', {
          occurrence,
          details,
          ...(whole === undefined ? contradiction : {}),
        });
      }
    },
  }),
];

const contradiction = {
  message: 'The victim is connected to both {other} and {value}, which cannot both be done to one person.',
  hint: 'Keep the offense that fits; take the other out of element 24, and its offense segment out of the incident if no other victim is connected to it.',
};

/** False while an offense is missing, not legible or without victim: 065, 075, 201, 204 or 264 says so, and one slip of the pen may be both. */
function isSettled({ offenses, victims }: Incident): boolean {
  return (
    offenses.length > 0 &&
    offenses.every(
      ({ offenseCode = '' }) =>
        groupAOffenses.has(offenseCode) && victims.some((victim) => isConnected(victim, offenseCode)),
    )
  );
}

function firstConnected({ victims }: Incident, offenseCode: string): VictimSegment | undefined {
  return victims.find((victim) => isConnected(victim, offenseCode));
}

/** True when element 24 of the victim has the offense. */
export function isConnected({ connectedOffenseCodes }: VictimSegment, offenseCode: string): boolean {
  return connectedOffenseCodes.includes(offenseCode);
}

/** The offense among `codes` of which `code` is a part. */
function wholeOf(codes: readonly string[], code: string): string | undefined {
  for (const other of codes) if (parts.get(other)?.has(code)) return other;
  return undefined;
}

/** The first of `codes` that contradicts the one at `end` and stands before it. */
function contraryBefore(codes: readonly string[], end: number): string | undefined {
  const code = codes[end] ?? '';
  for (let i = 0; i < end; i++) {
    const other = codes[i] ?? '';
    if (contraries.get(code)?.has(other) || contraries.get(other)?.has(code)) return other;
  }
  return undefined;
}

/** A table from rows of offense codes: each offense on the left has all of those on the right. */
function offenseTable(rows: Readonly<Record<string, string>>): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    Object.entries(rows).flatMap(([left, right]) => left.split(' ').map((code) => [code, new Set(right.split(' '))])),
  );
}
