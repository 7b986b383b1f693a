import type { Operation } from '../shared/api/routes/index.ts';

declare global {
  /** Of each operation of the API what the portal has to know of it; the build writes it in from the declarations. */
  const OPERATIONS: Readonly<Record<Operation, { method: string; path: string; roles: readonly string[] }>>;
}
