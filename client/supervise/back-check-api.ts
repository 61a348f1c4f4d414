import { z } from 'zod';
import {
  backCheckFormSchema,
  backChecksSchema,
  type BackCheckEntry,
  type DrawRequestBody,
} from '../../contracts/back-check-report.ts';
import { request } from '../session/request.ts';

const of = (study: string): string => `/api/studies/${encodeURIComponent(study)}/back-checks`;
const drawnSchema = z.strictObject({ drawn: z.int() });
const enteredSchema = z.strictObject({ id: z.string() });

/** The calls of back-checks, each answer checked against its contract. */
export const backCheckApi = {
  read: (study: string, signal: AbortSignal) => request(of(study), backChecksSchema, { signal }),
  draw: (study: string, body: DrawRequestBody) => request(of(study), drawnSchema, { body }),
  form: (study: string, task: string, signal: AbortSignal) =>
    request(`${of(study)}/${encodeURIComponent(task)}`, backCheckFormSchema, { signal }),
  enter: (study: string, task: string, body: BackCheckEntry) =>
    request(`${of(study)}/${encodeURIComponent(task)}`, enteredSchema, { body }),
};
