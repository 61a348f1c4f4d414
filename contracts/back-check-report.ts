import { z } from 'zod';
import { ARCHETYPES } from './archetype.ts';
import { localizedSchema } from './language.ts';

const share01 = z.number().min(0).max(1);
const intervalSchema = z.tuple([z.number(), z.number()]);

/** Why there is no kappa: fewer pairs than say anything, one and the same answer throughout, not a coded question. */
export const NO_KAPPA_REASONS = ['few-pairs', 'one-category', 'not-coded'] as const;
export type NoKappaReason = (typeof NO_KAPPA_REASONS)[number];

const kappaSchema = z.discriminatedUnion('isKnown', [
  z.strictObject({
    isKnown: z.literal(true),
    value: z.number(),
    standardError: z.number().nullable(),
    /** 95 %. */
    interval: intervalSchema.nullable(),
  }),
  z.strictObject({ isKnown: z.literal(false), reason: z.enum(NO_KAPPA_REASONS) }),
]);
export type KappaOrReason = z.infer<typeof kappaSchema>;

/** Counts of compared answers. `oneMissing`: answered on one side only; where neither side answered nothing is compared. */
const tallySchema = z.strictObject({ agree: z.int(), differ: z.int(), oneMissing: z.int() });
export type Tally = z.infer<typeof tallySchema>;

const agreementSchema = tallySchema.extend({
  /** agree / (agree + differ + oneMissing); null where nothing was compared. */
  agreement01: share01.nullable(),
  /** 95 %; null where there is too little to say. */
  interval: intervalSchema.nullable(),
});

/** Two archetypes for each person: rows the interview, columns the other; who has none on either side is left out. */
const archetypeAgreementSchema = z.strictObject({
  compared: z.int(),
  agree: z.int(),
  counts: z.array(z.array(z.int()).length(ARCHETYPES.length)).length(ARCHETYPES.length),
  weightedKappa: kappaSchema,
});

/** What back-checks say of the interviews they checked. */
export const backCheckComparisonSchema = z.strictObject({
  /** Back-checks that were answered, and those where she denies that anybody interviewed her. */
  pairs: z.int(),
  denied: z.int(),
  overall: agreementSchema,
  items: z.array(
    agreementSchema.extend({
      item: z.string(),
      label: localizedSchema,
      kappa: kappaSchema,
      /** Quadratic weights; null where the answers have no order. */
      weightedKappa: kappaSchema.nullable(),
    }),
  ),
  /** The doubtful ones first, then the lowest agreement. */
  enumerators: z.array(
    agreementSchema.extend({
      enumerator: z.string(),
      pairs: z.int(),
      denied: z.int(),
      /** One kappa over all coded items (De Vries et al. 2008). */
      pooledKappa: kappaSchema,
      /** Someone denies an interview of hers, or her whole interval lies below the agreement of all others. */
      isDoubtful: z.boolean(),
    }),
  ),
  segments: z.strictObject({
    /** Items that the rules look at, and how many of them the back-check asks. */
    itemsNeeded: z.int(),
    itemsAsked: z.int(),
    /** By the rules, from the answers of the back-check alone. */
    alone: archetypeAgreementSchema,
    /** By the rules, from the interview with the back-check's answers in place of its own. */
    corrected: archetypeAgreementSchema,
  }),
});
export type BackCheckComparison = z.infer<typeof backCheckComparisonSchema>;
