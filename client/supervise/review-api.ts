import { z } from 'zod';
import {
  heldListSchema,
  heldVersionsSchema,
  reviewDecidedSchema,
  reviewListSchema,
  reviewSchema,
  type HeldDecision,
  type ReviewDecision,
  type ReviewQuery,
} from '../../contracts/review.ts';
import { request } from '../session/request.ts';

const study = (id: string): string => `/api/studies/${encodeURIComponent(id)}`;
const changedSchema = z.strictObject({ changed: z.boolean() });

/** Where a photo is; each time it is fetched is recorded. */
export const photoUrl = (studyId: string, submission: string, hash: string): string =>
  `${study(studyId)}/photos/${encodeURIComponent(submission)}/${encodeURIComponent(hash)}`;

/** The calls of the review, each answer checked against its contract. */
export const reviewApi = {
  list: (id: string, { show, branch, from }: ReviewQuery, signal: AbortSignal) => {
    const query = new URLSearchParams({
      show,
      from: String(from),
      ...(branch === undefined ? {} : { branch }),
    });
    return request(`${study(id)}/reviews?${query.toString()}`, reviewListSchema, { signal });
  },
  open: (id: string, submission: string, signal: AbortSignal) =>
    request(`${study(id)}/reviews/${encodeURIComponent(submission)}`, reviewSchema, { signal }),
  decide: (id: string, body: ReviewDecision) =>
    request(`${study(id)}/reviews`, reviewDecidedSchema, { body }),
  held: (id: string, signal: AbortSignal) => request(`${study(id)}/held`, heldListSchema, { signal }),
  openHeld: (id: string, submission: string, signal: AbortSignal) =>
    request(`${study(id)}/held/${encodeURIComponent(submission)}`, heldVersionsSchema, { signal }),
  decideHeld: (id: string, body: HeldDecision) => request(`${study(id)}/held`, changedSchema, { body }),
};
