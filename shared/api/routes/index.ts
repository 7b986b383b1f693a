import type { Answer, ApiFunction, Route } from '../route.ts';
import { monthRoutes } from './months.ts';
import { operationRoutes } from './operations.ts';
import { reportRoutes } from './reports.ts';
import { submissionRoutes } from './submissions.ts';
import { transmissionRoutes } from './transmissions.ts';
import { uploadRoutes } from './uploads.ts';

/** Every operation of the API, by its name. */
export const routes = {
  ...uploadRoutes,
  ...submissionRoutes,
  ...monthRoutes,
  ...reportRoutes,
  ...transmissionRoutes,
  ...operationRoutes,
} satisfies Record<string, Route>;

export type Routes = typeof routes;
export type Operation = keyof Routes;

/** An answer to every route that a function answers. */
export type AnswersOf<F extends ApiFunction> = {
  [O in Operation as Routes[O]['answeredBy'] extends F ? O : never]: Answer<Routes[O]>;
};

/** Answers to some of the routes. */
export type AnswersTo<O extends Operation> = { [Name in O]: Answer<Routes[Name]> };
