import type { Command } from 'commander';
import { releaseTransmission } from '../../shared/forward/decide.ts';
import type { Clock } from '../../shared/ports.ts';
import type { Terminal } from '../print/terminal.ts';
import { type DecisionKind, decisionCommand } from './decision.ts';

const release: DecisionKind = {
  name: 'release',
  description: 'Let a held file go on. It is not forwarded at once.',
  decide: releaseTransmission,
  told: (file, wasHeld) =>
    wasHeld ? `${file} is released. nibrs forward ${file} hands it over now.` : `Nobody holds ${file}.`,
};

/** `nibrs release`: lets a held file go on; it is forwarded on the next day of the calendar, or by `nibrs forward`. */
export function releaseCommand(terminal: Terminal, clock: Clock): Command {
  return decisionCommand(release, { terminal, clock });
}
