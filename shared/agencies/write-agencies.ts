import { plainCsvRow } from '../csv-row.ts';
import { type AgencyFacts, agencyColumns, factNames, factText } from './facts.ts';

/**
 * The rows of a list of agencies, all columns of it, without line ends. Reading it again says the same; no cell begins
 * like a formula, because no fact does.
 */
export function writeAgencies(agencies: readonly AgencyFacts[]): string[] {
  const rows = agencies.map((facts) => factNames.map((fact) => factText(facts, fact)));
  return [agencyColumns, ...rows].map(plainCsvRow);
}
