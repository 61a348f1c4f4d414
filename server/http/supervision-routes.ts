import { targetsRequestSchema } from '../../contracts/supervision.ts';
import type { Context } from '../use-cases/context.ts';
import { readBoard, setTargets } from '../use-cases/read-board.ts';
import { readQuality } from '../use-cases/read-quality.ts';
import { readInput } from './read-input.ts';
import type { Route } from './route.ts';

/** Where the fieldwork stands and which interviews are doubtful: always over the caller's branches only. */
export const supervisionRoutes = (context: Context): readonly Route[] => [
  {
    method: 'GET',
    path: '/api/studies/:id/board',
    access: 'supervision.read',
    handle: async (request, response, caller) => {
      response.json(await readBoard(context, String(request.params.id), caller.branches));
    },
  },
  {
    method: 'POST',
    path: '/api/studies/:id/targets',
    access: 'supervision.target',
    bodyLimit: 512 * 1024,
    handle: async (request, response, caller) => {
      const { targets } = readInput(targetsRequestSchema, request.body);
      const studyId = String(request.params.id);
      await setTargets(context, { studyId, targets, scope: caller.branches, setBy: caller.userId });
      response.json(await readBoard(context, studyId, caller.branches));
    },
  },
  {
    method: 'GET',
    path: '/api/studies/:id/quality',
    access: 'supervision.read',
    handle: async (request, response, caller) => {
      response.json(await readQuality(context, String(request.params.id), caller.branches));
    },
  },
];
