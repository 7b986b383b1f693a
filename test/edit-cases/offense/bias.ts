import { type EditCase, shows } from '../case.ts';
import { crimes } from '../incidents.ts';

const biased = (offenseCode: string, ...biasMotivation: string[]) => crimes([{ offenseCode, biasMotivation }]);

/** Intimidation, vandalism and so on, each with its bias. */
const several = (...biases: string[]) =>
  crimes(biases.map((bias, index) => ({ offenseCode: ['13C', '290', '210'][index], biasMotivation: [bias] })));

export const biasCases: EditCase[] = [
  shows('270', 'a hate crime', biased('09C', '12'), biased('09C', '88')),
  shows('270', 'perhaps a hate crime', biased('09C', '99'), biased('09C', '88')),
  shows('270', 'two kinds of bias', biased('09C', '12', '13'), biased('09C', '88')),
  shows('204', 'a bias that is none', biased('09C', '10'), biased('09C', '88')),
  shows('207', 'a bias and none', biased('09C', '12', '88'), biased('09C', '88')),
  shows('1220', 'vandalism out of unknown bias', biased('290', '99'), biased('290', '12')),
  ...['09A', '11A', '11B', '11C'].map((code) =>
    shows('1220', `${code} out of unknown bias`, biased(code, '99'), biased(code, '88')),
  ),
  shows('207', 'an unknown bias and a known one', biased('290', '99', '12'), biased('290', '12')),
  shows('206', 'an unknown bias twice', biased('290', '99', '99'), biased('290', '88')),
  shows('1221', 'two kinds of bias', biased('290', '12', '13'), biased('290', '12')),
  shows('1221', 'three kinds of bias', biased('290', '12', '13', '14'), biased('290', '13')),
  shows('204', 'a bias, and one that is none', biased('290', '12', '10'), biased('290', '12')),
  shows('204', 'a bias that is none, and one', biased('290', '10', '12'), biased('290', '12')),
  shows('206', 'one bias twice', biased('290', '12', '12'), biased('290', '12')),
  shows('207', 'two kinds of bias and none', biased('290', '12', '13', '88'), biased('290', '88')),
  shows('1222', 'a murder out of bias', biased('09A', '12'), biased('09B', '12')),
  shows('1223', 'a rape out of bias', biased('11A', '12'), biased('11D', '12')),
  shows('1224', 'sodomy out of bias', biased('11B', '12'), biased('11B', '88')),
  shows('1225', 'a sexual assault with an object out of bias', biased('11C', '12'), biased('11C', '88')),
  shows('207', 'murder with a bias and none', biased('09A', '88', '12'), biased('09A', '88')),
  shows('1226', 'two offenses, each out of another bias', several('12', '13'), several('12', '88')),
  shows(
    '1226',
    'one bias in the first and the last of three offenses',
    several('12', '88', '12'),
    several('88', '88', '12'),
  ),
  shows('1220', 'a bias, and an unknown one in the second offense', several('12', '99'), several('88', '12')),
  shows('204', 'a bias, and in the second offense one that is none', several('12', '10'), several('12', '88')),
  {
    ...shows('1226', 'an unknown bias, and another in the second offense', several('99', '12'), several('88', '12')),
    alongside: ['1220'],
  },
];
