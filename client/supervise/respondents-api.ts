import { z } from 'zod';
import {
  caseContactsSchema,
  caseImportResultSchema,
  casePageSchema,
  caseRemoveResultSchema,
  type CaseQuery,
} from '../../contracts/case-list.ts';
import { responseRatesSchema } from '../../contracts/response-rates.ts';
import { quotaBoardSchema } from '../../contracts/study-setup.ts';
import { request } from '../session/request.ts';

const study = (id: string): string => `/api/studies/${encodeURIComponent(id)}`;

const search = (query: CaseQuery): string =>
  new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  ).toString();

/** Where the list is downloaded from; with names only by the permission for it. */
export const casesCsvUrl = (id: string, withContacts: boolean): string =>
  `${study(id)}/${withContacts ? 'cases-with-contacts' : 'cases'}.csv`;

/** The calls of the respondent list and of quotas, each answer checked against its contract. */
export const respondentsApi = {
  list: (id: string, query: CaseQuery, signal: AbortSignal) =>
    request(`${study(id)}/cases?${search(query)}`, casePageSchema, { signal }),
  contacts: (id: string, query: CaseQuery, signal: AbortSignal) =>
    request(`${study(id)}/contacts?${search(query)}`, caseContactsSchema, { signal }),
  upload: (id: string, list: { readonly csv: string; readonly fileName: string; readonly wave?: number }) =>
    request(`${study(id)}/cases`, caseImportResultSchema, { body: list }),
  assign: (id: string, ids: readonly string[], tabletId: string | null) =>
    request(`${study(id)}/cases/assign`, z.unknown(), { body: { ids, tabletId } }),
  remove: (id: string, ids: readonly string[], reason: string) =>
    request(`${study(id)}/cases/remove`, caseRemoveResultSchema, { body: { ids, reason } }),
  reopen: (id: string, ids: readonly string[]) =>
    request(`${study(id)}/cases/reopen`, z.unknown(), { body: { ids } }),
  rates: (id: string, signal: AbortSignal) =>
    request(`${study(id)}/response-rates`, responseRatesSchema, { signal }),
  quotas: (id: string, language: string, signal: AbortSignal) =>
    request(`${study(id)}/quotas?language=${language}`, quotaBoardSchema, { signal }),
};
