import { z } from 'zod';
import { conditionSchema } from './condition.ts';
import { localizedSchema } from './language.ts';
import { scoringModelSchema } from './model.ts';

/** How an item counts. Points run 0–100; a code without points is missing for scoring, never zero. */
const itemScoringSchema = z.strictObject({
  /** `access`, or `dimension.context`; one of the model's `scores`. */
  score: z.string(),
  /** Relative weight within its score. */
  itemWeight: z.number().positive(),
  points: z.record(z.string(), z.number().min(0).max(100)),
  /**
   * Points of a respondent whom the item does not apply to. Absent: the item is left out of her
   * score. Set to 0 where not applying means that she cannot or does not do it (no phone at all).
   */
  whenSkipped: z.number().min(0).max(100).optional(),
});

/** Where an external file keeps the answer, and how its codes become ours. */
const sourceSchema = z.strictObject({
  /** One column, or several that are looked at together (multiple response, any-of). */
  columns: z.array(z.string()).min(1),
  /** File code → our code. A file code in no list is an error, unless `keepCodes`. */
  recode: z.record(z.string(), z.string()).optional(),
  keepCodes: z.boolean().optional(),
  /** Several columns folded into one yes/no: our code when any column holds one of `codes`. */
  anyOf: z.strictObject({ codes: z.array(z.string()), then: z.string(), otherwise: z.string() }).optional(),
});

export const variableSchema = z.strictObject({
  name: z.string().regex(/^[A-Za-z][A-Za-z0-9_.]{0,63}$/),
  label: localizedSchema,
  type: z.enum(['single', 'multiple', 'number', 'text']),
  /** Ordered codes of the answer; for ordered scales `ordered` is true. */
  values: z.array(z.strictObject({ code: z.string(), label: localizedSchema })),
  ordered: z.boolean().optional(),
  /** Codes that mean "no answer": don't know, refused … with why. */
  missing: z.record(z.string(), z.enum(['dontKnow', 'refused', 'other'])),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  /** Skip logic: asked only of respondents for whom this holds. Absent: asked of all. */
  appliesWhen: conditionSchema.optional(),
  scoring: itemScoringSchema.optional(),
  /** Identifies a person: kept out of exports and analysis. */
  personal: z.boolean().optional(),
  source: sourceSchema.optional(),
});
export type Variable = z.infer<typeof variableSchema>;

/** Columns that describe the row rather than the answers. */
const columnsSchema = z.strictObject({
  id: z.string(),
  branch: z.string(),
  /** Absent: every respondent counts 1. */
  weight: z.string().optional(),
});

/**
 * All that is known of a data set: derived from an instrument, or written by hand for data that
 * Waymark did not collect. Everything downstream reads this; nothing hard-codes an item.
 */
export const codebookSchema = z.strictObject({
  name: z.string(),
  version: z.string(),
  title: localizedSchema,
  languages: z.array(z.string()).min(1),
  /** Attribution line that must travel with results, where the licence asks for one. */
  attribution: z.string().optional(),
  columns: columnsSchema,
  /** Branch codes and names where they are part of the data set; a study brings its own otherwise. */
  branches: z.array(z.strictObject({ code: z.string(), label: localizedSchema })).optional(),
  /** What to do with a column of the file that the codebook does not know. */
  otherColumns: z.enum(['refuse', 'ignore']),
  variables: z.array(variableSchema).min(1),
  model: scoringModelSchema,
});
export type Codebook = z.infer<typeof codebookSchema>;
