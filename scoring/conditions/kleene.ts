/**
 * Kleene's three-valued logic as numbers, so that "all" is the minimum, "any" the maximum and
 * "not" is 2 − x. Unknown means: an answer that is not there could make it true or false.
 */
export type Kleene = 0 | 1 | 2;
export const FALSE = 0;
export const UNKNOWN = 1;
export const TRUE = 2;

export const kleeneOf = (value: boolean): Kleene => (value ? TRUE : FALSE);
