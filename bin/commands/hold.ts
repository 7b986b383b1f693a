import type { Command } from 'commander';
import { holdTransmission } from '../../shared/forward/decide.ts';
import type { Clock } from '../../shared/ports.ts';
import type { Terminal } from '../print/terminal.ts';
import { type DecisionKind, decisionCommand } from './decision.ts';

const hold: DecisionKind = {
  name: 'hold',
  description: 'Keep a sealed file from being forwarded, and all later ones with it, until somebody releases it.',
  decide: holdTransmission,
  told: (file, isNew) => (isNew ? `${file} is held.` : `${file} was held already.`),
};

/** `nibrs hold`: keeps a sealed file from going to the FBI until somebody releases it. */
export function holdCommand(terminal: Terminal, clock: Clock): Command {
  return decisionCommand(hold, { terminal, clock });
}
