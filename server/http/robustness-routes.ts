import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { UTF8_BOM } from '../exports/csv-writer.ts';
import type { Context } from '../use-cases/context.ts';
import { exportExplanations } from '../use-cases/export-explanations.ts';
import { readRobustness, startRobustness } from '../use-cases/read-robustness.ts';
import { exportFileName } from './export-file-name.ts';
import type { Route } from './route.ts';

/** How firm a study's segments are, and why each respondent is in hers. */
export const robustnessRoutes = (context: Context): readonly Route[] => [
  {
    method: 'GET',
    path: '/api/studies/:id/robustness',
    access: 'results.read',
    handle: async (request, response, caller) => {
      response.json(
        await readRobustness(context, { studyId: String(request.params.id), scope: caller.branches }),
      );
    },
  },
  {
    method: 'POST',
    path: '/api/studies/:id/robustness',
    access: 'results.read',
    handle: async (request, response, caller) => {
      response.json(
        await startRobustness(context, { studyId: String(request.params.id), scope: caller.branches }),
      );
    },
  },
  {
    method: 'GET',
    path: '/api/studies/:id/explanations.csv',
    access: 'respondents.export',
    handle: async (request, response, caller) => {
      const studyId = String(request.params.id);
      const lines = await exportExplanations(context, { studyId, scope: caller.branches });
      response.attachment(exportFileName(studyId, 'explanations')).type('text/csv; charset=utf-8');
      response.write(UTF8_BOM);
      await pipeline(Readable.from(lines), response);
    },
  },
];
