import { z } from 'zod';
import type { Context } from '../use-cases/context.ts';
import { readDeviceWork } from '../use-cases/read-device-work.ts';
import { readInput } from './read-input.ts';
import type { Route } from './route.ts';
import { sendCompressed } from './send-compressed.ts';

const querySchema = z.object({ version: z.string().max(64).optional() });

/** What a tablet's enumerators have to do. */
export const workRoutes = (context: Context): readonly Route[] => [
  {
    method: 'GET',
    path: '/api/device/work',
    access: 'tablet',
    handle: async (request, response, tablet) => {
      const { version } = readInput(querySchema, request.query);
      const work = await readDeviceWork(context, tablet);
      if (version === work.version) response.status(204).end();
      else await sendCompressed(request, response, work);
    },
  },
];
