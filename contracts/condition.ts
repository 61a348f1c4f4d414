import { z } from 'zod';

/**
 * A yes/no question about a respondent, as data. Used for skip logic (`appliesWhen`), for facts
 * and for rules, so that no code names an item.
 *
 * - `item … in`: the (effective) answer is one of the codes; for multiple response, any of them.
 * - `item … atLeast`: the answer is a number of at least this.
 * - `answered`: the item has an answer that is not a missing code.
 * - `score … atLeast`: a dimension-by-context score (0–100) reaches the threshold.
 * - `fact`: another named fact of the model holds.
 * - `count … atLeast`: at least so many of the conditions hold.
 */
export type Condition =
  | { readonly item: string; readonly in: readonly string[] }
  | { readonly item: string; readonly atLeast: number }
  | { readonly answered: string }
  | { readonly score: string; readonly atLeast: number }
  | { readonly fact: string }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly count: readonly Condition[]; readonly atLeast: number };

export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ item: z.string(), in: z.array(z.string()).min(1) }),
    z.strictObject({ item: z.string(), atLeast: z.number() }),
    z.strictObject({ answered: z.string() }),
    z.strictObject({ score: z.string(), atLeast: z.number().min(0).max(100) }),
    z.strictObject({ fact: z.string() }),
    z.strictObject({ all: z.array(conditionSchema) }),
    z.strictObject({ any: z.array(conditionSchema) }),
    z.strictObject({ not: conditionSchema }),
    z.strictObject({ count: z.array(conditionSchema).min(1), atLeast: z.int().min(1) }),
  ]),
);
