import { z } from 'zod';

/** A round of fieldwork. */
export const waveSchema = z
  .strictObject({
    number: z.int().min(1).max(999),
    name: z.string().trim().min(1, 'give the wave a name').max(80),
    startsOn: z.iso.date(),
    endsOn: z.iso.date(),
  })
  .refine(({ startsOn, endsOn }) => startsOn <= endsOn, 'the end lies before the start');
export type Wave = z.infer<typeof waveSchema>;

/**
 * How many interviews are wanted of a group: of a branch (null: of all), of those with a code of a variable
 * (`archetype`, or a single-choice item of the codebook; null: of everybody), or of both together.
 */
export const quotaSchema = z
  .strictObject({
    branch: z.string().max(64).nullable(),
    variable: z.string().max(64).nullable(),
    code: z.string().max(64).nullable(),
    interviews: z.int().min(0).max(10_000_000),
  })
  .refine(({ variable, code }) => (variable === null) === (code === null), 'a variable needs a code')
  .refine(({ branch, variable }) => branch !== null || variable !== null, 'name a branch, a group, or both');
export type Quota = z.infer<typeof quotaSchema>;

const instrumentSchema = z.strictObject({ name: z.string(), version: z.string() });

/** GET /api/studies/:id/setup — how a study is laid out, as far as the reader's branches go. */
export const studySetupSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  synthetic: z.boolean(),
  /** First and last day of the study; null: not said. */
  startsOn: z.iso.date().nullable(),
  endsOn: z.iso.date().nullable(),
  instrument: instrumentSchema,
  /** Versions that the study has worked with, the first one first; interviews of each keep counting. */
  versions: z.array(z.strictObject({ version: z.string(), since: z.string() })),
  /** Newer published versions that it may move to. */
  newerVersions: z.array(z.string()),
  waves: z.array(waveSchema),
  branches: z.array(
    z.strictObject({
      code: z.string(),
      name: z.string(),
      /** Clients of the branch, from the institution's books: the frame. Null: not known. */
      clients: z.int().nullable(),
    }),
  ),
  quotas: z.array(quotaSchema),
  /** What a quota may be set on, in the language asked for: the archetype first, then the codebook's items. */
  groups: z.array(
    z.strictObject({
      variable: z.string(),
      label: z.string(),
      codes: z.array(z.strictObject({ code: z.string(), label: z.string() })),
    }),
  ),
});
export type StudySetup = z.infer<typeof studySetupSchema>;

/** PUT /api/studies/:id/setup — what is absent stays; a list takes the place of the whole list before. */
export const setupChangeSchema = z
  .strictObject({
    startsOn: z.iso.date().nullable().optional(),
    endsOn: z.iso.date().nullable().optional(),
    waves: z.array(waveSchema).max(200).optional(),
    /** Clients of the branches named; others stay. */
    clients: z
      .array(z.strictObject({ branch: z.string().max(64), clients: z.int().min(0).max(1e9).nullable() }))
      .max(5000)
      .optional(),
    quotas: z.array(quotaSchema).max(5000).optional(),
    /** Moves the study to a newer version of its instrument. It never moves back. */
    version: z.string().max(16).optional(),
  })
  .refine(
    ({ startsOn, endsOn }) => !startsOn || !endsOn || startsOn <= endsOn,
    'the study ends before it starts',
  );
export type SetupChange = z.infer<typeof setupChangeSchema>;

/** GET /api/studies/:id/quotas — quotas of the reader's branches against what is completed. */
export const quotaBoardSchema = z.array(
  quotaSchema.extend({
    /** In words, in the language asked for: `Woman`; null where the quota is of everybody. */
    label: z.string().nullable(),
    branchName: z.string().nullable(),
    /** Interviews that count, held with people who agreed, of the group. */
    completed: z.int(),
    /** By today in a straight line over the wave that runs, or the study; null where neither has dates. */
    expected: z.int().nullable(),
  }),
);
export type QuotaBoard = z.infer<typeof quotaBoardSchema>;
