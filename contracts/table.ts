import { z } from 'zod';

const number = z.number().nullable();
/** Proportions are 0–1. `null` where the base is empty, or the cell is withheld. */
const proportion = z.number().min(0).max(1).nullable();
const interval = z.tuple([z.number(), z.number()]).nullable();

const category = z.strictObject({
  code: z.string(),
  label: z.string(),
  /** Columns only: what `higherThan` calls the column. */
  letter: z.string().optional(),
});
const axis = z.strictObject({
  variable: z.string(),
  label: z.string(),
  categories: z.array(category),
  /** A question with several answers: bases are respondents, proportions may sum to more than 1. */
  multiple: z.boolean().optional(),
  /** Whether the order of the categories means something. */
  ordered: z.boolean().optional(),
});

const tableCellSchema = z.strictObject({
  row: z.string(),
  column: z.string(),
  unweightedCount: number,
  weightedCount: number,
  columnProportion: proportion,
  rowProportion: proportion,
  totalProportion: proportion,
  /** Of the column proportion, under the design with the column as domain. */
  standardError: number,
  interval,
  designEffect: number,
  /** Adjusted (standardised Pearson) residual; null where a margin is empty or full. */
  adjustedResidual: number,
  /** Letters of the columns whose proportion is significantly lower; null where they were not compared. */
  higherThan: z.array(z.string()).nullable(),
  /** Why a figure of the cell is null. */
  reason: z.string().optional(),
});

const base = z.strictObject({
  unweighted: z.number(),
  weighted: z.number(),
  /** Kish's effective base (Σw)²/Σw². */
  effective: z.number(),
});

const pearson = z.strictObject({
  statistic: number,
  degreesOfFreedom: number,
  pValue: number,
  /** Why a number is null, or how it has to be read. */
  reason: z.string().optional(),
});
const raoScott = z.strictObject({
  statistic: number,
  numeratorDegreesOfFreedom: number,
  denominatorDegreesOfFreedom: number,
  pValue: number,
  reason: z.string().optional(),
});
const independence = z.strictObject({
  pearson,
  raoScott,
  cramersV: number,
  /** Bergsma (2013). */
  cramersVBiasCorrected: number,
  /** Why a V is null. */
  reason: z.string().optional(),
});

/** A test for a trend over ordered rows. */
const slopeTest = z.strictObject({
  /** Change of the share (or of the column's place) from one row to the next. */
  slope: number,
  standardError: number,
  /** χ² with 1 degree of freedom on plain data, t with `degreesOfFreedom` under a design. */
  statistic: number,
  degreesOfFreedom: number,
  pValue: number,
  reason: z.string().optional(),
});
const trend = z.strictObject({
  method: z.string(),
  /** Per column: does its share rise or fall over the rows? */
  columns: z.array(slopeTest.extend({ column: z.string() })),
  /** Do rows and columns rise together? Only where the columns are ordered too. */
  overall: slopeTest.optional(),
});

/** Column by column comparisons of one row, or of a mean. */
const comparison = z.strictObject({
  /** Letters of the two columns. */
  columns: z.tuple([z.string(), z.string()]),
  difference: number,
  standardError: number,
  statistic: number,
  /** Of t; null for z. */
  degreesOfFreedom: number,
  pValue: number,
  adjustedPValue: number,
  reason: z.string().optional(),
});
const columnTests = z.strictObject({
  method: z.string(),
  correction: z.enum(['none', 'bonferroni', 'holm', 'benjamini-hochberg']),
  /** Which tests are corrected together. */
  family: z.string(),
  /** One significance level, or two: the smaller gives upper-case letters. */
  levels: z.array(z.number()),
  /** What took no part, and why. */
  leftOut: z.array(z.strictObject({ row: z.string(), column: z.string(), reason: z.string() })),
  /** Why no columns were compared at all. */
  reason: z.string().optional(),
  /** Every comparison, where they were asked for. */
  comparisons: z.array(comparison.extend({ row: z.string() })).optional(),
});

/** Mean and median of a numeric variable in every column. */
const columnMeans = z.strictObject({
  variable: z.string(),
  label: z.string(),
  columns: z.array(
    z.strictObject({
      column: z.string(),
      /** Respondents with a value. */
      unweightedCount: number,
      mean: number,
      standardError: number,
      interval,
      designEffect: number,
      median: number,
      medianInterval: interval,
      higherThan: z.array(z.string()).nullable(),
      reason: z.string().optional(),
    }),
  ),
  comparisons: z.array(comparison).optional(),
});

/** The reason for leaving out whom the model does not speak about. */
export const DID_NOT_AGREE = 'did not agree to the interview';
/** The reason for leaving out someone of whom nothing but the count is left. */
export const ERASED = 'answers erased on request';

/** A two-way table with its bases and tests. Cells run row by row. */
export const crosstabSchema = z.strictObject({
  base,
  rows: axis,
  columns: axis,
  cells: z.array(tableCellSchema),
  /** Empty where row sums would give a withheld cell away. */
  rowBases: z.array(base.extend({ category: z.string() })),
  columnBases: z.array(base.extend({ category: z.string() })),
  /** How intervals were made: the method, and the level (0–1). */
  intervals: z.strictObject({
    method: z.enum(['logit', 'wilson', 'korn-graubard']),
    confidence: z.number(),
  }),
  /** Respondents left out, and why. Never silently. */
  excluded: z.array(z.strictObject({ reason: z.string(), count: z.number() })),
  tests: independence.extend({
    /** A question with several answers as rows: each answer against the columns. */
    byRow: z.array(independence.extend({ row: z.string() })).optional(),
    trend: trend.optional(),
  }),
  columnTests,
  means: z.array(columnMeans).optional(),
  /** How many cells are withheld, by what rule. */
  suppression: z
    .strictObject({
      minimumBase: z.number(),
      primary: z.number(),
      secondary: z.number(),
      rule: z.string(),
    })
    .optional(),
  notes: z.array(z.string()),
});
export type Crosstab = z.infer<typeof crosstabSchema>;

/** Tables side by side with the same rows, one for each column variable. */
export const bannersSchema = z.strictObject({ banners: z.array(crosstabSchema) });
export type Banners = z.infer<typeof bannersSchema>;
