import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { WaymarkError } from '../../contracts/errors.ts';
import {
  erasureRequestSchema,
  erasureTargetSchema,
  personalExportSchema,
  personalSearchSchema,
  retentionChangeSchema,
} from '../../contracts/personal.ts';
import { UTF8_BOM } from '../exports/csv-writer.ts';
import type { Context } from '../use-cases/context.ts';
import { eraseRespondent, planErasure } from '../use-cases/personal/erase-respondent.ts';
import { exportPersonal } from '../use-cases/personal/export-personal.ts';
import { readPersonalOverview, setRetention } from '../use-cases/personal/retention.ts';
import { searchPersonal } from '../use-cases/personal/search-personal.ts';
import { exportFileName } from './export-file-name.ts';
import { readInput } from './read-input.ts';
import type { Route } from './route.ts';

/**
 * Personal data of respondents: how long it is kept, finding and erasing someone, and the one export that names
 * people. Searching and erasing reach across branches, so they need an account of every branch.
 */
export const personalRoutes = (context: Context): readonly Route[] => [
  {
    method: 'GET',
    path: '/api/personal',
    access: 'personal.erase',
    everyBranch: true,
    handle: async (_request, response) => {
      response.json(await readPersonalOverview(context));
    },
  },
  {
    method: 'POST',
    path: '/api/personal/retention',
    access: 'personal.erase',
    everyBranch: true,
    action: 'personal.retain',
    records: 'itself',
    handle: async (request, response, { actor }) => {
      await setRetention(context, { ...readInput(retentionChangeSchema, request.body), actor });
      response.status(204).end();
    },
  },
  {
    method: 'POST',
    path: '/api/personal/search',
    access: 'personal.erase',
    everyBranch: true,
    action: 'personal.search',
    records: 'itself',
    handle: async (request, response, { actor }) => {
      const { text } = readInput(personalSearchSchema, request.body);
      response.json(await searchPersonal(context, { text, actor }));
    },
  },
  {
    method: 'POST',
    path: '/api/personal/plan',
    access: 'personal.erase',
    everyBranch: true,
    action: 'personal.search',
    handle: async (request, response) => {
      response.json(await planErasure(context, readInput(erasureTargetSchema, request.body)));
    },
  },
  {
    method: 'POST',
    path: '/api/personal/erase',
    access: 'personal.erase',
    everyBranch: true,
    records: 'itself',
    handle: async (request, response, { actor }) => {
      const wanted = readInput(erasureRequestSchema, request.body);
      const { statement } = await eraseRespondent(context, { ...wanted, actor });
      response.json(statement);
    },
  },
  {
    method: 'GET',
    path: '/api/personal/erasures/:id',
    access: 'personal.erase',
    everyBranch: true,
    handle: async (request, response) => {
      const id = readInput(z.uuid(), request.params.id);
      const statement = (await context.store.erasures.list()).find((one) => one.id === id);
      if (!statement) throw new WaymarkError('NOT_FOUND', `There is no erasure "${id}".`);
      response
        .attachment(`waymark-erasure-${id}.json`)
        .type('application/json; charset=utf-8')
        .send(`${JSON.stringify(statement, null, 2)}\n`);
    },
  },
  {
    // Not a GET, so that it cannot be asked for by a link, and the purpose stands in no address.
    method: 'POST',
    path: '/api/studies/:id/personal.csv',
    access: 'personal.export',
    records: 'itself',
    handle: async (request, response, { branches, actor }) => {
      const studyId = String(request.params.id);
      const { purpose } = readInput(personalExportSchema, request.body);
      const lines = await exportPersonal(context, { studyId, scope: branches, purpose, actor });
      response.attachment(exportFileName(studyId, 'personal')).type('text/csv; charset=utf-8');
      response.write(UTF8_BOM);
      await pipeline(Readable.from(lines), response);
    },
  },
];
