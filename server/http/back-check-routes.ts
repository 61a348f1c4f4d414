import { backCheckEntrySchema, drawRequestSchema } from '../../contracts/back-check-report.ts';
import { readBackCheckForm } from '../use-cases/back-checks/back-check-form.ts';
import { drawSample } from '../use-cases/back-checks/draw-sample.ts';
import { enterBackCheck } from '../use-cases/back-checks/enter-back-check.ts';
import { readBackChecks } from '../use-cases/back-checks/read-back-checks.ts';
import type { Context } from '../use-cases/context.ts';
import { readInput } from './read-input.ts';
import type { Route } from './route.ts';

/** Back-checks: drawing them, filling them in from the office, and what they say. Always over the caller's branches. */
export const backCheckRoutes = (context: Context): readonly Route[] => [
  {
    method: 'GET',
    path: '/api/studies/:id/back-checks',
    access: 'backcheck.read',
    handle: async (request, response, caller) => {
      response.json(await readBackChecks(context, String(request.params.id), caller.branches));
    },
  },
  {
    method: 'POST',
    path: '/api/studies/:id/back-checks',
    access: 'backcheck.run',
    records: 'itself',
    handle: async (request, response, caller) => {
      const wanted = readInput(drawRequestSchema, request.body);
      const { branches: scope, actor } = caller;
      response.json(
        await drawSample(context, { ...wanted, studyId: String(request.params.id), scope, actor }),
      );
    },
  },
  {
    method: 'GET',
    path: '/api/studies/:id/back-checks/:task',
    access: 'backcheck.run',
    records: 'guard',
    action: 'backcheck.open',
    handle: async (request, response, caller) => {
      const { id, task } = request.params;
      response.json(await readBackCheckForm(context, String(id), String(task), caller.branches));
    },
  },
  {
    method: 'POST',
    path: '/api/studies/:id/back-checks/:task',
    access: 'backcheck.run',
    records: 'itself',
    handle: async (request, response, caller) => {
      const entry = readInput(backCheckEntrySchema, request.body);
      const { branches: scope, actor } = caller;
      const { id, task } = request.params;
      const wanted = { studyId: String(id), taskId: String(task), entry, scope, actor };
      response.json(await enterBackCheck(context, wanted));
    },
  },
];
