import { heldDecisionSchema, reviewDecisionSchema, reviewQuerySchema } from '../../contracts/review.ts';
import type { Context } from '../use-cases/context.ts';
import { findStudy } from '../use-cases/find-study.ts';
import { decideHeld, readHeldVersions } from '../use-cases/review/decide-held.ts';
import { decideReviews } from '../use-cases/review/decide-reviews.ts';
import { listHeldRows } from '../use-cases/review/list-held-rows.ts';
import { listReviews } from '../use-cases/review/list-reviews.ts';
import { readReview } from '../use-cases/review/read-review.ts';
import { readInput } from './read-input.ts';
import type { Route } from './route.ts';

/** Looking through interviews and deciding about them: always over the caller's branches only. */
export const reviewRoutes = (context: Context): readonly Route[] => [
  {
    method: 'GET',
    path: '/api/studies/:id/reviews',
    access: 'review.read',
    handle: async (request, response, caller) => {
      const query = readInput(reviewQuerySchema, request.query);
      response.json(await listReviews(context, String(request.params.id), caller.branches, query));
    },
  },
  {
    method: 'GET',
    path: '/api/studies/:id/reviews/:submission',
    access: 'review.read',
    // One person's answers: every look is recorded.
    records: 'guard',
    action: 'review.open',
    handle: async (request, response, caller) => {
      const { id, submission } = request.params;
      response.json(await readReview(context, String(id), String(submission), caller.branches));
    },
  },
  {
    method: 'POST',
    path: '/api/studies/:id/reviews',
    access: 'review.decide',
    records: 'itself',
    bodyLimit: 64 * 1024,
    handle: async (request, response, caller) => {
      const wanted = readInput(reviewDecisionSchema, request.body);
      const { branches: scope, actor } = caller;
      response.json(
        await decideReviews(context, { studyId: String(request.params.id), wanted, scope, actor }),
      );
    },
  },
  {
    method: 'GET',
    path: '/api/studies/:id/held',
    access: 'review.read',
    handle: async (request, response, caller) => {
      const study = await findStudy(context.store, String(request.params.id));
      const held = await listHeldRows(context, study.id, caller.branches);
      response.json({
        studyId: study.id,
        synthetic: study.synthetic,
        held: held.map(({ row }) => row),
      });
    },
  },
  {
    method: 'GET',
    path: '/api/studies/:id/held/:submission',
    access: 'review.read',
    records: 'guard',
    action: 'held.open',
    handle: async (request, response, caller) => {
      const { id, submission } = request.params;
      response.json(await readHeldVersions(context, String(id), String(submission), caller.branches));
    },
  },
  {
    method: 'POST',
    path: '/api/studies/:id/held',
    access: 'review.decide',
    records: 'itself',
    handle: async (request, response, caller) => {
      const wanted = readInput(heldDecisionSchema, request.body);
      const { branches: scope, actor } = caller;
      response.json(
        await decideHeld(context, { ...wanted, studyId: String(request.params.id), scope, actor }),
      );
    },
  },
];
