import { z } from 'zod';
import {
  caseAssignSchema,
  caseImportSchema,
  caseQuerySchema,
  caseRemoveSchema,
  caseReopenSchema,
} from '../../contracts/case-list.ts';
import { casesCsv } from '../exports/cases-csv.ts';
import { UTF8_BOM } from '../exports/csv-writer.ts';
import { assignCases } from '../use-cases/cases/assign-cases.ts';
import { importCases } from '../use-cases/cases/import-cases.ts';
import { allCases, listCases, listContacts } from '../use-cases/cases/list-cases.ts';
import { removeCases, reopenCases } from '../use-cases/cases/remove-cases.ts';
import { readResponseRates } from '../use-cases/cases/read-response-rates.ts';
import type { Context } from '../use-cases/context.ts';
import { findStudy } from '../use-cases/find-study.ts';
import { SYNTHETIC_NOTE } from '../use-cases/study-notes.ts';
import { exportFileName } from './export-file-name.ts';
import { readInput } from './read-input.ts';
import type { Caller, Route } from './route.ts';
import type { Request, Response } from 'express';

/** A list of some 20,000 people, escaped. */
const LARGEST_LIST = 8 * 1024 * 1024;
const ratesQuerySchema = z.object({ wave: z.coerce.number().int().min(1).optional() });

/** The respondent list: always over the caller's branches only, and names only by a permission of their own. */
export const caseRoutes = (context: Context): readonly Route[] => [
  {
    method: 'GET',
    path: '/api/studies/:id/cases',
    access: 'cases.read',
    handle: async (request, response, caller) => {
      response.json(await listCases(context, asked(request, caller)));
    },
  },
  {
    method: 'GET',
    path: '/api/studies/:id/contacts',
    access: 'cases.contacts',
    handle: async (request, response, caller) => {
      response.json(await listContacts(context, asked(request, caller)));
    },
  },
  {
    method: 'POST',
    path: '/api/studies/:id/cases',
    access: 'cases.manage',
    records: 'itself',
    bodyLimit: LARGEST_LIST,
    handle: async (request, response, { branches, actor }) => {
      const { csv, fileName = 'The list', wave } = readInput(caseImportSchema, request.body);
      const studyId = String(request.params.id);
      const wanted = { studyId, path: fileName, text: csv, wave, scope: branches, actor };
      response.json(await importCases(context, wanted));
    },
  },
  {
    method: 'POST',
    path: '/api/studies/:id/cases/assign',
    access: 'cases.manage',
    records: 'itself',
    bodyLimit: 512 * 1024,
    handle: async (request, response, { branches, actor }) => {
      const wanted = readInput(caseAssignSchema, request.body);
      await assignCases(context, { ...wanted, studyId: String(request.params.id), scope: branches, actor });
      response.status(204).end();
    },
  },
  {
    method: 'POST',
    path: '/api/studies/:id/cases/remove',
    access: 'cases.manage',
    records: 'itself',
    bodyLimit: 512 * 1024,
    handle: async (request, response, { branches, actor }) => {
      const wanted = readInput(caseRemoveSchema, request.body);
      const studyId = String(request.params.id);
      response.json(await removeCases(context, { ...wanted, studyId, scope: branches, actor }));
    },
  },
  {
    method: 'POST',
    path: '/api/studies/:id/cases/reopen',
    access: 'cases.manage',
    records: 'itself',
    bodyLimit: 512 * 1024,
    handle: async (request, response, { branches, actor }) => {
      const wanted = readInput(caseReopenSchema, request.body);
      await reopenCases(context, { ...wanted, studyId: String(request.params.id), scope: branches, actor });
      response.status(204).end();
    },
  },
  {
    method: 'GET',
    path: '/api/studies/:id/cases.csv',
    access: 'cases.read',
    handle: (request, response, caller) => sendList(context, request, response, caller, false),
  },
  {
    method: 'GET',
    path: '/api/studies/:id/cases-with-contacts.csv',
    access: 'cases.contacts',
    handle: (request, response, caller) => sendList(context, request, response, caller, true),
  },
  {
    method: 'GET',
    path: '/api/studies/:id/response-rates',
    access: 'cases.read',
    handle: async (request, response, caller) => {
      const { wave } = readInput(ratesQuerySchema, request.query);
      const wanted = { studyId: String(request.params.id), scope: caller.branches, wave };
      response.json(await readResponseRates(context, wanted));
    },
  },
];

const asked = (request: Request, { branches }: Caller) => ({
  studyId: String(request.params.id),
  scope: branches,
  query: readInput(caseQuerySchema, request.query),
});

async function sendList(
  context: Context,
  request: Request,
  response: Response,
  { branches }: Caller,
  withContacts: boolean,
): Promise<void> {
  const study = await findStudy(context.store, String(request.params.id));
  const cases = await allCases(context, study.id, branches);
  const ids = cases.map(({ id }) => id);
  const contacts = withContacts ? await context.store.cases.contacts(study.id, ids) : null;
  const lines = [...casesCsv(cases, contacts, study.synthetic ? SYNTHETIC_NOTE : null)];
  response
    .attachment(exportFileName(study.id, withContacts ? 'respondent-list-with-contacts' : 'respondent-list'))
    .type('text/csv; charset=utf-8')
    .send(UTF8_BOM + lines.join(''));
}
