import { z } from 'zod';
import { recoveredDraftsSchema, tabletDraftsSchema } from '../../contracts/draft-copy.ts';
import { request } from './request.ts';

/** Copies of unfinished interviews that tablets have left. */
export const draftApi = {
  list: (signal: AbortSignal) => request('/api/tablets/drafts', z.array(tabletDraftsSchema), { signal }),
  recover: (tabletId: string) =>
    request(`/api/tablets/${encodeURIComponent(tabletId)}/drafts/recover`, recoveredDraftsSchema, {
      body: {},
    }),
};
