import type { Operation } from '../shared/api/routes/index.ts';
import { type Caller, may } from './portal-context.ts';

/** A page of the portal. */
export interface PortalPage {
  /** The page is for whoever may do this, or one of these; for everybody who signed in where nothing is named. */
  needs?: Operation | readonly Operation[];
  /** What the navigation calls it, and what one does there; a page without is reached from others. */
  link?: { title: string; does: string };
}

/** All pages by their paths from the base, in the order of the navigation. A page finds `:name` in `useRoute().params`. */
export const pages = {
  '/': {},
  '/upload': { needs: 'openSubmission' },
  '/submissions': {
    needs: 'listSubmissions',
    link: { title: 'Submissions', does: 'Every file that was uploaded, and what became of it.' },
  },
  '/submissions/:id': { needs: 'readSubmission' },
  '/findings': {
    needs: 'listFindings',
    link: { title: 'Findings', does: 'What is wrong in which report, and what to do about it.' },
  },
  '/months': {
    needs: 'listMonths',
    link: { title: 'Months', does: 'How far each agency’s months are, and what is missing.' },
  },
  '/agencies': {
    needs: 'listAgencies',
    link: { title: 'Agencies', does: 'Who reports, their error rates over time, and their certification.' },
  },
  '/agencies/:ori': { needs: 'readAgency' },
  '/quality': {
    needs: 'readQuality',
    link: { title: 'Quality', does: 'Error rates and the most common errors, to print or to take along.' },
  },
  '/transmissions': {
    needs: 'listTransmissions',
    link: { title: 'Transmissions', does: 'The files for the FBI: what they say, hold, release, download.' },
  },
  '/transmissions/:file': { needs: 'readTransmission' },
  '/reports': {
    needs: ['readHistory', 'readElements'],
    link: { title: 'Reports', does: 'What became of one report: look it up by its number.' },
  },
  '/reports/:ori/:number': { needs: ['readHistory', 'readElements'] },
  '/statistics': {
    needs: 'readStatistics',
    link: { title: 'Statistics', does: 'Counts of a state element that may be published.' },
  },
  '/operations': {
    needs: 'readOperations',
    link: { title: 'Operations', does: 'Queues, messages that were given up, and the calendar.' },
  },
  '/accesses': {
    needs: 'listAccesses',
    link: { title: 'Accesses', does: 'Who read or counted state elements, when and why.' },
  },
  '/specification': {},
  '/reference': {},
} as const satisfies Record<string, PortalPage>;

export type PagePath = keyof typeof pages;

/** Whether a page is for somebody. */
export function isFor(caller: Caller, path: PagePath): boolean {
  const { needs }: PortalPage = pages[path];
  return !needs || [needs].flat().some((operation) => may(caller, operation));
}

/** Where the navigation leads somebody. */
export function linksFor(caller: Caller): { href: string; title: string; does: string }[] {
  return Object.entries<PortalPage>(pages).flatMap(([path, { link }]) =>
    link && isFor(caller, path as PagePath) ? { href: path.slice(1), ...link } : [],
  );
}
