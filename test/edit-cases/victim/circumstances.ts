import { circumstances } from '../../../shared/nibrs/codes/index.ts';
import { type EditCase, shows } from '../case.ts';
import { crimes, crimesAgainst } from '../incidents.ts';
import { shop } from '../segments.ts';

const murder = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10'];
const assault = murder.filter((code) => code !== '07');
const negligence = ['30', '31', '32', '33', '34'];
const justified = ['20', '21'];

const others = (permitted: readonly string[]) => [...circumstances.keys()].filter((code) => !permitted.includes(code));

/** A victim of one offense with certain circumstances. */
function of(code: string, ...assaultHomicideCircumstances: string[]) {
  const victim = { assaultHomicideCircumstances, connectedOffenseCodes: [code] };
  // Another felony (08) is an offense beside murder or assault.
  const withFelony = assaultHomicideCircumstances.includes('08') && ['09A', '13A'].includes(code);
  return withFelony
    ? crimesAgainst([code, '290'], victim, { ...shop, connectedOffenseCodes: ['290'] })
    : crimesAgainst([code], victim);
}

const killing = (code: string, justifiableHomicideCircumstance: string | undefined) =>
  crimesAgainst([code], { justifiableHomicideCircumstance });

/** Each circumstance that the victims of an offense cannot have, beside each that they can. */
function permits(number: string, code: string, permitted: readonly string[]): EditCase[] {
  const [first = '', ...more] = permitted;
  return [
    ...others(permitted).map((wrong) =>
      shows(number, `circumstance ${wrong} of ${code}`, of(code, wrong), of(code, first)),
    ),
    ...more.map((right) =>
      shows(number, `circumstance ${right} fits ${code}`, of(code, others(permitted)[0] ?? ''), of(code, right)),
    ),
  ];
}

export const circumstanceCases: EditCase[] = [
  ...justified.map((circumstance) =>
    shows(
      '455',
      `circumstance ${circumstance}, and not how it was justified`,
      crimesAgainst(['09C'], {
        assaultHomicideCircumstances: [circumstance],
        justifiableHomicideCircumstance: undefined,
      }),
      crimesAgainst(['09C'], { assaultHomicideCircumstances: [circumstance] }),
    ),
  ),
  ...['09A', '09B', '13A', '13B', '290'].map((code) =>
    shows('457', `a justification of ${code}`, killing(code, 'A'), killing(code, undefined)),
  ),
  ...permits('477', '09A', murder),
  ...permits('477', '09B', negligence),
  ...permits('463', '09C', justified),
  ...permits('462', '13A', assault),
  shows('462', 'mercy killing besides', of('13A', '01', '07'), of('13A', '01', '06')),
  shows('462', 'mercy killing first', of('13A', '07', '01'), of('13A', '06', '01')),
  shows('463', 'an argument besides', of('09C', '20', '01'), of('09C', '20')),
  shows('477', 'two kinds of negligence in a murder', of('09A', '30', '31'), of('09A', '07', '03')),
  // Beside one that fits, the other is what cannot be combined.
  shows('456', 'an argument and negligence in a murder', of('09A', '01', '30'), of('09A', '01', '02')),
  ...assault
    .slice(0, -1)
    .map((code) =>
      shows('456', `unknown and ${code}`, of('13A', '10', code), of('13A', code, code === '01' ? '02' : '01')),
    ),
  shows('456', 'mercy killing and unknown', of('09A', '07', '10'), of('09A', '07', '09')),
  shows('456', 'two kinds of negligence', of('09B', '30', '31'), of('09B', '30')),
  shows('456', 'killed by a citizen and by an officer', of('09C', '20', '21'), of('09C', '21')),
  // One fault is told once.
  shows('406', 'unknown circumstances twice', of('13A', '10', '10'), of('13A', '10')),
  shows('404', 'a circumstance that is none', of('13A', '11'), of('13A', '10')),
  shows('404', 'an argument, and a circumstance that is none', of('13A', '01', '11'), of('13A', '01')),
  shows('404', 'a circumstance that is none, and an argument', of('09A', '11', '01'), of('09A', '01')),
  shows('402', 'a circumstance of one digit', of('13A', '1'), of('13A', '01')),
  shows('419', 'circumstances of a simple assault that exclude each other', of('13B', '10', '01'), crimes(['13B'])),
  shows('419', 'justified, and nobody killed', of('13B', '20'), crimes(['13B'])),
  shows(
    '478',
    'murder and assault',
    crimesAgainst(['09A', '13A'], { assaultHomicideCircumstances: ['07'] }),
    of('09A', '07'),
  ),
  shows(
    '478',
    'murder and negligence',
    crimesAgainst(['09A', '09B'], { assaultHomicideCircumstances: ['07'] }),
    of('09A', '07'),
  ),
];
