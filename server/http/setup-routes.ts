import { z } from 'zod';
import { languageSchema } from '../../contracts/language.ts';
import { newStudySchema } from '../../contracts/new-study.ts';
import { setupChangeSchema } from '../../contracts/study-setup.ts';
import type { Context } from '../use-cases/context.ts';
import { makeStudy, offeredInstruments } from '../use-cases/studies/make-study.ts';
import { changeSetup } from '../use-cases/studies/change-setup.ts';
import { readQuotas } from '../use-cases/studies/read-quotas.ts';
import { readSetup } from '../use-cases/studies/read-setup.ts';
import { readInput } from './read-input.ts';
import type { Route } from './route.ts';

const languageQuerySchema = z.object({ language: languageSchema.default('en') });

/** How a study is laid out: dates, waves, the frame, quotas, the instrument's version. */
export const setupRoutes = (context: Context): readonly Route[] => [
  {
    method: 'GET',
    path: '/api/instruments',
    access: 'studies.manage',
    handle: (_request, response) => {
      response.json(offeredInstruments());
    },
  },
  {
    method: 'POST',
    path: '/api/studies',
    access: 'studies.manage',
    everyBranch: true,
    records: 'itself',
    bodyLimit: 1024 * 1024,
    handle: async (request, response, caller) => {
      response.json(await makeStudy(context, readInput(newStudySchema, request.body), caller.actor));
    },
  },
  {
    method: 'GET',
    path: '/api/studies/:id/setup',
    access: 'supervision.read',
    handle: async (request, response, caller) => {
      const { language } = readInput(languageQuerySchema, request.query);
      response.json(await readSetup(context, String(request.params.id), caller.branches, language));
    },
  },
  {
    method: 'PUT',
    path: '/api/studies/:id/setup',
    access: 'studies.manage',
    // Waves and versions are of all branches.
    everyBranch: true,
    records: 'itself',
    bodyLimit: 1024 * 1024,
    handle: async (request, response, caller) => {
      const { language } = readInput(languageQuerySchema, request.query);
      const studyId = String(request.params.id);
      await changeSetup(context, studyId, readInput(setupChangeSchema, request.body), {
        actor: caller.actor,
      });
      response.json(await readSetup(context, studyId, caller.branches, language));
    },
  },
  {
    method: 'GET',
    path: '/api/studies/:id/quotas',
    access: 'supervision.read',
    handle: async (request, response, caller) => {
      const { language } = readInput(languageQuerySchema, request.query);
      const studyId = String(request.params.id);
      response.json(await readQuotas(context, { studyId, scope: caller.branches, language }));
    },
  },
];
