import { z } from 'zod';

/** Id of an entry of a study's respondent list, as the institution gives it: a client number without meaning. */
export const caseIdSchema = z.string().trim().min(1, 'give an id').max(64);

/**
 * How a person of the list is found. Personal data: kept in a table apart from the list, on tablets boxed
 * under the enumerator's key, never in logs, and in no export without the permission for it.
 */
export const contactSchema = z.strictObject({
  name: z.string().max(200).optional(),
  phone: z.string().max(60).optional(),
  address: z.string().max(400).optional(),
  notes: z.string().max(1000).optional(),
});
export type Contact = z.infer<typeof contactSchema>;
