import { arresteeWeapons, firearms } from '../../codes/index.ts';
import { type CheckedEdit, error } from '../edit.ts';
import { spell } from '../message.ts';

/** x55: only a firearm is automatic. */
export function automaticFirearm(level: '6' | '7', code: string, source: string): CheckedEdit {
  return error<'6' | '7'>(level, {
    code,
    scope: 'segment',
    elements: ['46-auto', '46'],
    message: '{element} is {value}, but the weapon before it is {weapon}, which is no firearm.',
    hint: 'Leave {element} blank, or enter the firearm: 11 to 15.',
    source,
    check(segment, run) {
      const { armedWith } = segment;
      for (let occurrence = 0; occurrence < armedWith.length; occurrence++) {
        const { weapon, automatic } = armedWith[occurrence] ?? {};
        // Another indicator than A has a number of its own, and so has a weapon that is not on the list.
        if (automatic !== 'A' || (weapon !== undefined && (firearms.has(weapon) || !arresteeWeapons.has(weapon))))
          continue;
        if (weapon === undefined && armedWith.length === 1) continue; // x01 says that the weapon is missing
        run.hit(segment, 'automatic', { occurrence, details: { weapon: spell('46', weapon) } });
      }
    },
  });
}
