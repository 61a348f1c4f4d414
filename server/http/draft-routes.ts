import { z } from 'zod';
import { deliverySchema } from '../../contracts/submission.ts';
import type { TakeDelivery } from '../use-cases/accept-submission.ts';
import type { Context } from '../use-cases/context.ts';
import { acceptDraftCopy } from '../use-cases/drafts/accept-draft-copy.ts';
import { listTabletDrafts, recoverDrafts } from '../use-cases/drafts/recover-drafts.ts';
import { readInput } from './read-input.ts';
import type { Route } from './route.ts';

/** A payload of a million characters, each up to three bytes or escaped, and its envelope. */
const LARGEST_COPY = 4 * 1024 * 1024;

/** Copies of unfinished interviews: tablets leave them, the office recovers those of a lost tablet. */
export const draftRoutes = (context: Context, take: TakeDelivery): readonly Route[] => [
  {
    method: 'PUT',
    path: '/api/device/drafts/:id',
    access: 'tablet',
    bodyLimit: LARGEST_COPY,
    handle: async (request, response, tablet) => {
      const id = readInput(z.uuid(), request.params.id);
      const delivery = readInput(deliverySchema, request.body);
      response.json(await acceptDraftCopy(context, id, delivery, tablet));
    },
  },
  {
    method: 'PUT',
    path: '/api/device/drafts/:id/thrown-away',
    access: 'tablet',
    handle: async (request, response, tablet) => {
      const id = readInput(z.uuid(), request.params.id);
      readInput(z.strictObject({}), request.body);
      const gone = { id, tabletId: tablet.id, studyId: tablet.studyId, steps: 0 };
      const receivedAt = context.clock().toISOString();
      await context.store.draftCopies.end({ ...gone, receivedAt }, 'thrown-away');
      response.json({ id, state: 'ended' });
    },
  },
  {
    method: 'GET',
    path: '/api/tablets/drafts',
    access: 'tablets.read',
    handle: async (_request, response, caller) => {
      response.json(await listTabletDrafts(context, caller.branches));
    },
  },
  {
    method: 'POST',
    path: '/api/tablets/:id/drafts/recover',
    access: 'drafts.recover',
    records: 'itself',
    handle: async (request, response, caller) => {
      const { branches: scope, actor } = caller;
      const tabletId = String(request.params.id);
      response.json({ recovered: await recoverDrafts(context, take, { tabletId, scope, actor }) });
    },
  },
];
