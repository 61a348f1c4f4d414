import { z } from 'zod';
import { ARCHETYPES } from './archetype.ts';
import { conditionSchema } from './condition.ts';
import { localizedSchema } from './language.ts';

/**
 * The scoring model: which scores exist, what the rules are, how clusters are used. It is data
 * (`model.json` beside an instrument), versioned and editable. The thresholds are Waymark's own.
 */
const ruleSchema = z.strictObject({
  id: z.string(),
  archetype: z.enum(ARCHETYPES),
  /** All of these must hold; kept apart so that the one that binds can be named. */
  all: z.array(z.strictObject({ id: z.string(), when: conditionSchema, reason: localizedSchema })),
});

const capSchema = z.strictObject({
  id: z.string(),
  when: conditionSchema,
  /** The highest archetype allowed while `when` holds. */
  atMost: z.enum(ARCHETYPES),
  reason: localizedSchema,
});

export const scoringModelSchema = z.strictObject({
  version: z.string(),
  /** Score keys in output order: `access`, or `dimension.context`. */
  scores: z.array(z.string()).min(1),
  /** Share (0–1) of applicable item weight that must be answered for a score to exist. */
  minimumAnswered01: z.number().min(0).max(1),
  /** Whom the model speaks about (she agreed to be asked). Where it does not hold she has no scores and no archetype. Absent: everyone. */
  eligible: conditionSchema.optional(),
  /** Named conditions that rules may refer to. */
  facts: z.record(z.string(), conditionSchema),
  /** First match wins; the last one must always match. */
  rules: z.array(ruleSchema).min(1),
  caps: z.array(capSchema),
  clusters: z.strictObject({
    /** Scores that k-means sees, in order. */
    scores: z.array(z.string()).min(1),
    k: z.int().min(2).max(8),
    restarts: z.int().min(1),
  }),
  combine: z.strictObject({
    /** A respondent within this many points (0–100) of a threshold that decides her archetype is borderline. */
    margin100: z.number().min(0).max(100),
    /** How much nearer (0–1) her own centroid must be than the next for her to sit clearly inside it. */
    minimumSeparation01: z.number().min(0).max(1),
  }),
});

export type ScoringModel = z.infer<typeof scoringModelSchema>;
