import { z } from 'zod';

const category = z.strictObject({ code: z.string(), label: z.string() });
const axis = z.strictObject({ variable: z.string(), label: z.string(), categories: z.array(category) });
/** Proportions are 0–1. `null` where the base is empty. */
const proportion = z.number().min(0).max(1).nullable();

const tableCellSchema = z.strictObject({
  row: z.string(),
  column: z.string(),
  unweightedCount: z.number(),
  weightedCount: z.number(),
  columnProportion: proportion,
  rowProportion: proportion,
  totalProportion: proportion,
  /** Adjusted (standardised Pearson) residual; null where a margin is empty or full. */
  adjustedResidual: z.number().nullable(),
});

const base = z.strictObject({
  unweighted: z.number(),
  weighted: z.number(),
  /** Kish's effective base (Σw)²/Σw². */
  effective: z.number(),
});

const test = z.strictObject({
  statistic: z.number().nullable(),
  degreesOfFreedom: z.number().nullable(),
  pValue: z.number().nullable(),
  /** Why a number is null, or how it has to be read. */
  reason: z.string().optional(),
});

/** The reason for leaving out whom the model does not speak about. */
export const DID_NOT_AGREE = 'did not agree to the interview';

/** A two-way table with its bases and tests. Cells run row by row. */
export const crosstabSchema = z.strictObject({
  base,
  rows: axis,
  columns: axis,
  cells: z.array(tableCellSchema),
  rowBases: z.array(base.extend({ category: z.string() })),
  columnBases: z.array(base.extend({ category: z.string() })),
  /** Respondents left out, and why. Never silently. */
  excluded: z.array(z.strictObject({ reason: z.string(), count: z.number() })),
  tests: z.strictObject({
    pearson: test,
    raoScott: z.strictObject({
      statistic: z.number().nullable(),
      numeratorDegreesOfFreedom: z.number().nullable(),
      denominatorDegreesOfFreedom: z.number().nullable(),
      pValue: z.number().nullable(),
      reason: z.string().optional(),
    }),
    cramersV: z.number().nullable(),
  }),
  notes: z.array(z.string()),
});
export type Crosstab = z.infer<typeof crosstabSchema>;
