import { circumstances } from '../../../shared/nibrs/codes/index.ts';
import { type EditCase, shows } from '../case.ts';
import { crimes, noPerson } from '../incidents.ts';

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
  return withFelony ? crimes([code, '290'], victim, { victims: [vandalized] }) : crimes([code], victim);
}

const vandalized = {
  ...noPerson,
  victimSequenceNumber: '002',
  typeOfVictim: 'B',
  connectedOffenseCodes: ['290'],
};

const killing = (code: string, justifiableHomicideCircumstance: string | undefined) =>
  crimes([code], { justifiableHomicideCircumstance });

/** Each circumstance that the victims of an offense cannot have, beside each that they can. */
function permits(number: string, code: string, permitted: readonly string[]): EditCase[] {
  const [first = ''] = permitted;
  return [
    ...others(permitted).map((wrong) => shows(number, `${wrong} of ${code}`, of(code, wrong), of(code, first))),
    ...permitted.map((right) =>
      shows(number, `not ${right} of ${code}`, of(code, others(permitted)[0] ?? ''), of(code, right)),
    ),
  ];
}

export const circumstanceCases: EditCase[] = [
  ...justified.map((circumstance) =>
    shows(
      '455',
      `${circumstance}, and no more`,
      crimes(['09C'], { assaultHomicideCircumstances: [circumstance], justifiableHomicideCircumstance: undefined }),
      crimes(['09C'], { assaultHomicideCircumstances: [circumstance] }),
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
  shows('406', 'unknown twice', of('13A', '10', '10'), of('13A', '10')),
  shows('404', 'a circumstance that is none', of('13A', '11'), of('13A', '10')),
  shows('404', 'an argument and one that is none', of('13A', '01', '11'), of('13A', '01')),
  shows('404', 'one that is none, and an argument', of('09A', '11', '01'), of('09A', '01')),
  shows('402', 'one of one digit', of('13A', '1'), of('13A', '01')),
  shows('419', 'unknown and an argument of nothing', of('13B', '10', '01'), crimes(['13B'])),
  shows('419', 'justified, and nobody killed', of('13B', '20'), crimes(['13B'])),
  shows('401', 'justified, and not by whom', crimes(['09C'], { assaultHomicideCircumstances: [] }), crimes(['09C'])),
  shows('478', 'murder and assault', crimes(['09A', '13A'], { assaultHomicideCircumstances: ['07'] }), of('09A', '07')),
  shows(
    '478',
    'murder and negligence',
    crimes(['09A', '09B'], { assaultHomicideCircumstances: ['07'] }),
    of('09A', '07'),
  ),
];
