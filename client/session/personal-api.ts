import { z } from 'zod';
import {
  erasurePlanSchema,
  erasureStatementSchema,
  personalMatchesSchema,
  personalOverviewSchema,
  type ErasureMode,
  type ErasureTarget,
  type Retention,
} from '../../contracts/personal.ts';
import { ApiError } from './api-error.ts';
import { request, send } from './request.ts';

const nothing = z.unknown();

/** Where the statement of an erasure is downloaded. */
export const statementUrl = (id: string): string => `/api/personal/erasures/${id}`;

/** Every call about personal data, each answer checked against its contract. */
export const personalApi = {
  overview: (signal: AbortSignal) => request('/api/personal', personalOverviewSchema, { signal }),
  retain: (studyId: string | null, retention: Retention | null) =>
    request('/api/personal/retention', nothing, { body: { studyId, retention } }),
  search: (text: string) => request('/api/personal/search', personalMatchesSchema, { body: { text } }),
  plan: (target: ErasureTarget) => request('/api/personal/plan', erasurePlanSchema, { body: target }),
  erase: (body: {
    readonly target: ErasureTarget;
    readonly mode: ErasureMode;
    readonly reason: string;
    readonly records: number;
  }) => request('/api/personal/erase', erasureStatementSchema, { body }),
  /** The file with names and contacts of a study. */
  async export(studyId: string, purpose: string): Promise<Blob> {
    const response = await send(`/api/studies/${encodeURIComponent(studyId)}/personal.csv`, {
      body: { purpose },
    });
    if (!response.ok) throw new ApiError({ kind: 'unreadable', status: response.status });
    return response.blob();
  },
};
