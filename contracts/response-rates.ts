import { z } from 'zod';

const rateSchema = z.strictObject({
  /** 0–1; null with the reason. */
  value: z.number().nullable(),
  reason: z.string().optional(),
});

const groupSchema = z.strictObject({
  cases: z.number(),
  /** By how they stand: `completed`, …, `none`. */
  outcomes: z.record(z.string(), z.number()),
  /** By AAPOR's letters. */
  dispositions: z.record(z.string(), z.number()),
  e: rateSchema.extend({ method: z.string() }),
  /** RR1–RR6, COOP1–4, REF1–3, CON1–3. */
  rates: z.record(z.string(), rateSchema),
});

/** GET /api/studies/:id/response-rates — of the list, over the reader's branches, by AAPOR's Standard Definitions. */
export const responseRatesSchema = z.strictObject({
  studyId: z.string(),
  synthetic: z.boolean(),
  overall: groupSchema,
  branches: z.array(groupSchema.extend({ code: z.string(), name: z.string() })),
  /** Interviews that count and visits of people who are not on the list: they are in no rate. */
  foundOnTheSpot: z.strictObject({ interviews: z.int(), visits: z.int() }),
});
export type ResponseRates = z.infer<typeof responseRatesSchema>;
