import { backCheckSchema } from './back-check.ts';
import { visitSchema } from './visit.ts';

/**
 * The records of tablets that are no interviews, by what their field `waymark` says. They go through the same
 * outbox, seal, route and receipt as interviews. Each has the fields id, studyId, branch and, optionally, caseId.
 */
export const FIELD_RECORD_SCHEMAS = { visit: visitSchema, backcheck: backCheckSchema } as const;
export type FieldKind = keyof typeof FIELD_RECORD_SCHEMAS;
