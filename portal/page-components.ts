import type { ComponentType } from 'preact';
import { lazy } from 'preact-iso';
import { LoadFailed } from './frame/load-failed.tsx';
import type { PagePath } from './pages.ts';

/** What shows each page; its code comes when it is opened. */
export const pageComponents: Readonly<Record<PagePath, ComponentType>> = {
  '/': load(() => import('./pages/home.tsx')),
  '/upload': load(() => import('./pages/upload/upload.tsx')),
  '/submissions': load(() => import('./pages/submissions/submissions.tsx')),
  '/submissions/:id': load(() => import('./pages/submission/submission.tsx')),
  '/findings': load(() => import('./pages/findings/findings.tsx')),
  '/months': load(() => import('./pages/months/months.tsx')),
  '/agencies': load(() => import('./pages/agencies/agencies.tsx')),
  '/agencies/:ori': load(() => import('./pages/agency/agency.tsx')),
  '/quality': load(() => import('./pages/quality/quality.tsx')),
  '/transmissions': load(() => import('./pages/transmissions/transmissions.tsx')),
  '/transmissions/:file': load(() => import('./pages/transmission/transmission.tsx')),
  '/reports': load(() => import('./pages/reports/reports.tsx')),
  '/reports/:ori/:number': load(() => import('./pages/report/report.tsx')),
  '/statistics': load(() => import('./pages/statistics/statistics.tsx')),
  '/operations': load(() => import('./pages/operations/operations.tsx')),
  '/accesses': load(() => import('./pages/accesses/accesses.tsx')),
  '/specification': load(() => import('./pages/specification/specification.tsx')),
  '/reference': load(() => import('./pages/reference/reference.tsx')),
};

/** After a deployment the code of an older portal is not there any more. */
function load(module: () => Promise<{ default: ComponentType }>): ComponentType {
  return lazy(() =>
    module()
      .then(({ default: page }) => page)
      .catch(() => LoadFailed),
  );
}
