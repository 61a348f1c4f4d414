import type { Route } from './route.ts';
import { auditRoutes } from './audit-routes.ts';
import type { AuthRouteDeps } from './auth-library.ts';
import { authRoutes } from './auth-routes.ts';
import { caseRoutes } from './case-routes.ts';
import { peopleRoutes } from './people-routes.ts';
import { operationsRoutes, type OperationsRouteDeps } from './operations-routes.ts';
import { backCheckRoutes } from './back-check-routes.ts';
import { reviewRoutes } from './review-routes.ts';
import { personalRoutes } from './personal-routes.ts';
import { robustnessRoutes } from './robustness-routes.ts';
import { setupRoutes } from './setup-routes.ts';
import { studyRoutes } from './study-routes.ts';
import { supervisionRoutes } from './supervision-routes.ts';
import { draftRoutes } from './draft-routes.ts';
import { photoRoutes } from './photo-routes.ts';
import { submissionRoutes } from './submission-routes.ts';
import { systemRoutes } from './system-routes.ts';
import { tabletRoutes } from './tablet-routes.ts';
import { workRoutes } from './work-routes.ts';
import type { TakeDelivery } from '../use-cases/accept-submission.ts';
import type { Context } from '../use-cases/context.ts';
import type { SealingKeys } from '../use-cases/sealing-keys.ts';

export interface RouteDeps extends AuthRouteDeps, OperationsRouteDeps {
  readonly context: Context;
  readonly keys: SealingKeys;
  readonly take: TakeDelivery;
  readonly version: string;
}

/** The whole HTTP API: every path, who may call it, and what answers. What tablets send all day is found first. */
export const createRoutes = (deps: RouteDeps): readonly Route[] => [
  ...submissionRoutes(deps.context, deps.keys, deps.take),
  ...systemRoutes(deps.version),
  ...operationsRoutes(deps),
  ...authRoutes(deps),
  ...peopleRoutes(deps.context),
  ...auditRoutes(deps.context),
  ...tabletRoutes(deps.context),
  ...draftRoutes(deps.context, deps.take),
  ...workRoutes(deps.context),
  ...studyRoutes(deps.context),
  ...supervisionRoutes(deps.context),
  ...setupRoutes(deps.context),
  ...caseRoutes(deps.context),
  ...reviewRoutes(deps.context),
  ...photoRoutes(deps.context, deps.keys),
  ...backCheckRoutes(deps.context),
  ...robustnessRoutes(deps.context),
  ...personalRoutes(deps.context),
];
