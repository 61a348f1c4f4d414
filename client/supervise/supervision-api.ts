import { boardSchema, studyQualityReportSchema, type Target } from '../../contracts/supervision.ts';
import { request } from '../session/request.ts';

const study = (id: string): string => `/api/studies/${encodeURIComponent(id)}`;

/** The calls of the board, each answer checked against its contract. */
export const supervision = {
  board: (id: string, signal: AbortSignal) => request(`${study(id)}/board`, boardSchema, { signal }),
  quality: (id: string, signal: AbortSignal) =>
    request(`${study(id)}/quality`, studyQualityReportSchema, { signal }),
  setTargets: (id: string, targets: readonly Target[]) =>
    request(`${study(id)}/targets`, boardSchema, { body: { targets } }),
};
