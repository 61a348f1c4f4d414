import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { UTF8_BOM } from '../exports/csv-writer.ts';
import { crosstabsCsv } from '../exports/crosstab-csv.ts';
import { computeSegmentation, readSegmentation } from '../use-cases/compute-segmentation.ts';
import type { Context } from '../use-cases/context.ts';
import { exportSegments } from '../use-cases/export-segments.ts';
import { listStudies } from '../use-cases/list-studies.ts';
import { listVariables } from '../use-cases/list-variables.ts';
import { tabulateBanners, tabulateStudy } from '../use-cases/tabulate-study.ts';
import { exportFileName } from './export-file-name.ts';
import { readCrosstabQuery } from './read-crosstab-query.ts';
import { readInput } from './read-input.ts';
import type { Route } from './route.ts';

const computeSchema = z.strictObject({ seed: z.int().min(0).max(2_147_483_647).optional() });
/** Studies, their segments, tables and exports: always over the caller's branches only. */
export const studyRoutes = (context: Context): readonly Route[] => [
  {
    method: 'GET',
    path: '/api/studies',
    access: 'results.read',
    handle: async (_request, response, caller) => {
      response.json(await listStudies(context, caller.branches));
    },
  },
  {
    method: 'GET',
    path: '/api/studies/:id/segmentation',
    access: 'results.read',
    handle: async (request, response, caller) => {
      response.json(
        await readSegmentation(context, { studyId: String(request.params.id), scope: caller.branches }),
      );
    },
  },
  {
    method: 'POST',
    path: '/api/studies/:id/segmentation',
    access: 'segmentation.compute',
    handle: async (request, response, caller) => {
      const { seed } = readInput(computeSchema, request.body ?? {});
      const wanted = { studyId: String(request.params.id), scope: caller.branches };
      response.json(await computeSegmentation(context, seed === undefined ? wanted : { ...wanted, seed }));
    },
  },
  {
    method: 'GET',
    path: '/api/studies/:id/variables',
    access: 'results.read',
    handle: async (request, response) => {
      response.json(await listVariables(context, String(request.params.id)));
    },
  },
  {
    method: 'GET',
    path: '/api/studies/:id/crosstab',
    access: 'results.read',
    handle: async (request, response, caller) => {
      const { format, columns, ...wanted } = readCrosstabQuery(request.query);
      const scoped = { ...wanted, studyId: String(request.params.id), scope: caller.branches };
      const [only] = columns;
      const result =
        columns.length === 1 && only !== undefined
          ? await tabulateStudy(context, { ...scoped, columns: only })
          : await tabulateBanners(context, { ...scoped, columns });
      if (format === 'json') {
        response.json(result);
        return;
      }
      response
        .attachment(exportFileName(request.params.id, `${wanted.rows}-by-${columns.join('-')}`))
        .type('text/csv; charset=utf-8')
        .send(crosstabsCsv('banners' in result ? result.banners : [result]));
    },
  },
  {
    method: 'GET',
    path: '/api/studies/:id/segments.csv',
    access: 'respondents.export',
    records: 'itself',
    handle: async (request, response, caller) => {
      const studyId = String(request.params.id);
      const lines = await exportSegments(context, {
        studyId,
        scope: caller.branches,
        actor: caller.actor,
      });
      response.attachment(exportFileName(studyId, 'segments')).type('text/csv; charset=utf-8');
      response.write(UTF8_BOM);
      await pipeline(Readable.from(lines), response);
    },
  },
];
