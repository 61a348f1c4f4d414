import { z } from 'zod';
import { WaymarkError } from '../../contracts/errors.ts';
import { CORRECTIONS } from '../../scoring/statistics/adjust-p-values.ts';
import type { CrosstabOptions } from '../../scoring/tabulate/crosstab.ts';
import { readInput } from './read-input.ts';

export interface CrosstabQuery {
  readonly rows: string;
  /** Several make a banner: a table each, side by side. */
  readonly columns: readonly string[];
  readonly weighted: boolean;
  readonly language: string;
  readonly format: 'json' | 'csv';
  /** Only what was asked for, so that the engine's defaults hold for the rest. */
  readonly options: CrosstabOptions;
}

/** Most tables side by side. */
const MOST_BANNERS = 8;
const LONGEST_NAME = 64;

/** A number in an address; blank is refused, and never 0. */
const number = (schema: z.ZodNumber) =>
  z
    .string()
    .regex(/^\d+(\.\d+)?$/, 'expected a number')
    .transform(Number)
    .pipe(schema);

/** As the options of `waymark crosstab`, and with the same limits. */
const querySchema = z.object({
  rows: z.string().max(LONGEST_NAME).default('archetype'),
  columns: z
    .string()
    .max(MOST_BANNERS * (LONGEST_NAME + 1))
    .default('branch'),
  weighted: z.enum(['0', '1']).default('0'),
  format: z.enum(['json', 'csv']).default('json'),
  language: z.string().max(16).default('en'),
  minimumBase: number(z.number().int().max(1_000_000)).optional(),
  interval: z.enum(['logit', 'wilson', 'korn-graubard']).optional(),
  confidence: number(z.number().min(0.5).max(0.9999)).optional(),
  correction: z.enum(CORRECTIONS).optional(),
});

/** Reads which table is asked for, and how. Throws INVALID_REQUEST. */
export function readCrosstabQuery(query: unknown): CrosstabQuery {
  const { weighted, columns, rows, format, language, ...rest } = readInput(querySchema, query);
  const { minimumBase, interval, confidence, correction } = rest;
  return {
    rows,
    columns: bannerOf(columns),
    weighted: weighted === '1',
    language,
    format,
    options: {
      ...(minimumBase !== undefined && { minimumBase }),
      ...(interval !== undefined && { interval }),
      ...(confidence !== undefined && { confidence }),
      ...(correction !== undefined && { correction }),
    },
  };
}

function bannerOf(columns: string): readonly string[] {
  const names = columns.split(',');
  if (names.length === 1) return names;
  if (names.length <= MOST_BANNERS && !names.includes('') && new Set(names).size === names.length)
    return names;
  throw new WaymarkError(
    'INVALID_REQUEST',
    `Not valid at "columns": expected up to ${MOST_BANNERS} names with commas between, each once; found "${columns}".`,
  );
}
