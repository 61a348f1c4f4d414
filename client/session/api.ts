import { z } from 'zod';
import {
  enrolCodeSchema,
  meSchema,
  robustnessStateSchema,
  segmentationSummarySchema,
  studySchema,
  tableVariableSchema,
  tabletSchema,
} from '../../contracts/api.ts';
import type { BranchScope } from '../../contracts/roles.ts';
import { crosstabSchema } from '../../contracts/table.ts';
import { request } from './request.ts';

export type EnrolCode = z.infer<typeof enrolCodeSchema>;

/** A table as it is asked for; the same in the page's address, in the call and in the downloads. */
export interface CrosstabQuery {
  readonly study: string;
  readonly rows: string;
  readonly columns: string;
  readonly weighted: boolean;
  readonly language: string;
  /** Minimum base, confidence, correction, as the server names them; what is not there is as usual. */
  readonly method?: Readonly<Record<string, string>>;
}

const study = (id: string): string => `/api/studies/${encodeURIComponent(id)}`;

export const crosstabUrl = (query: CrosstabQuery, format: 'json' | 'csv'): string =>
  `${study(query.study)}/crosstab?${new URLSearchParams({
    rows: query.rows,
    columns: query.columns,
    weighted: query.weighted ? '1' : '0',
    language: query.language,
    ...query.method,
    format,
  }).toString()}`;

export const respondentsUrl = (studyId: string): string => `${study(studyId)}/segments.csv`;

export const explanationsUrl = (studyId: string): string => `${study(studyId)}/explanations.csv`;

/** Every call the pages make, each answer checked against its contract. */
export const api = {
  me: (signal?: AbortSignal) => request('/api/me', meSchema, withSignal(signal)),
  studies: (signal?: AbortSignal) => request('/api/studies', z.array(studySchema), withSignal(signal)),
  segmentation: (id: string, signal?: AbortSignal) =>
    request(`${study(id)}/segmentation`, segmentationSummarySchema, withSignal(signal)),
  recompute: (id: string, seed: number | null) =>
    request(`${study(id)}/segmentation`, segmentationSummarySchema, {
      body: seed === null ? {} : { seed },
    }),
  robustness: (id: string, signal?: AbortSignal) =>
    request(`${study(id)}/robustness`, robustnessStateSchema, withSignal(signal)),
  startRobustness: (id: string, signal?: AbortSignal) =>
    request(`${study(id)}/robustness`, robustnessStateSchema, { body: {}, ...withSignal(signal) }),
  variables: (id: string, signal?: AbortSignal) =>
    request(`${study(id)}/variables`, z.array(tableVariableSchema), withSignal(signal)),
  crosstab: (query: CrosstabQuery, signal?: AbortSignal) =>
    request(crosstabUrl(query, 'json'), crosstabSchema, withSignal(signal)),
  tablets: (signal?: AbortSignal) => request('/api/tablets', z.array(tabletSchema), withSignal(signal)),
  createEnrolCode: (studyId: string, branches: BranchScope) =>
    request('/api/tablets/codes', enrolCodeSchema, { body: { studyId, branches } }),
  renameTablet: (id: string, deviceName: string) =>
    request(`/api/tablets/${encodeURIComponent(id)}/rename`, z.unknown(), { body: { deviceName } }),
  revokeTablet: (id: string) =>
    request(`/api/tablets/${encodeURIComponent(id)}/revoke`, z.unknown(), { body: {} }),
};

function withSignal(signal: AbortSignal | undefined): { signal?: AbortSignal } {
  return signal ? { signal } : {};
}
