import { z } from 'zod';
import { answersSchema } from './answer.ts';
import { ARCHETYPES } from './archetype.ts';
import { backCheckOutcomeSchema } from './back-check.ts';
import { variableSchema } from './codebook.ts';
import { localizedSchema } from './language.ts';

const share01 = z.number().min(0).max(1);
const intervalSchema = z.tuple([z.number(), z.number()]);

/** Why there is no kappa: fewer pairs than say anything, one and the same answer throughout, not a coded question. */
const NO_KAPPA_REASONS = ['few-pairs', 'one-category', 'not-coded'] as const;

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

/** POST /api/studies/:id/back-checks — draws among interviews that came between two days (UTC, both included). */
export const drawRequestSchema = z
  .strictObject({
    /** Share of each enumerator's interviews to check; at least one of each. */
    rate01: z.number().min(0.01).max(1),
    seed: z.int().min(0).max(0xffff_ffff),
    from: z.iso.date(),
    until: z.iso.date(),
  })
  .refine(({ from, until }) => from <= until, 'the end lies before the start');
export type DrawRequestBody = z.infer<typeof drawRequestSchema>;

const stratumSchema = z.strictObject({
  enumerator: z.string(),
  interviews: z.int(),
  drawnBefore: z.int(),
  drawn: z.int(),
});
/** As it is kept with a draw. */
export const strataSchema = z.array(stratumSchema);

/** GET /api/studies/:id/back-checks — what was drawn, how far it is, and what it says, over the reader's branches. */
export const backChecksSchema = z.strictObject({
  studyId: z.string(),
  synthetic: z.boolean(),
  /** Newest first. */
  draws: z.array(
    z.strictObject({
      id: z.string(),
      drawnAt: z.string(),
      drawnBy: z.string(),
      rate01: z.number(),
      seed: z.int(),
      from: z.string(),
      until: z.string(),
      strata: strataSchema,
    }),
  ),
  /** Open ones first. */
  tasks: z.array(
    z.strictObject({
      id: z.string(),
      interviewId: z.string(),
      branch: z.string(),
      /** Who held the interview; empty where it is not recorded. */
      enumerator: z.string(),
      /** How it ended; null: nobody has tried yet. `not-found` may be tried again. */
      outcome: backCheckOutcomeSchema.nullable(),
      isOpen: z.boolean(),
      checkedBy: z.string().nullable(),
      checkedAt: z.string().nullable(),
      /** The same person asked both times: it is kept and not compared. */
      isByHerself: z.boolean(),
    }),
  ),
  comparison: backCheckComparisonSchema,
});
export type BackChecks = z.infer<typeof backChecksSchema>;

/** GET /api/studies/:id/back-checks/:task — what to ask whom. Personal data: reading it is recorded. */
export const backCheckFormSchema = z.strictObject({
  task: z.strictObject({
    id: z.string(),
    interviewId: z.string(),
    branch: z.string(),
    enumerator: z.string(),
  }),
  /** How to reach her: personal answers of the interview, and of the respondent list. */
  contact: z.array(z.strictObject({ label: localizedSchema, value: z.string() })),
  /** The questions, in order, with their skip logic. */
  items: z.array(variableSchema),
});
export type BackCheckForm = z.infer<typeof backCheckFormSchema>;

/** POST /api/studies/:id/back-checks/:task — a back-check made from the office. */
export const backCheckEntrySchema = z.strictObject({
  mode: z.enum(['phone', 'visit']),
  outcome: backCheckOutcomeSchema,
  answers: answersSchema,
  startedAt: z.iso.datetime({ offset: true }),
});
export type BackCheckEntry = z.infer<typeof backCheckEntrySchema>;
