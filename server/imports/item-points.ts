import type { AnswerValue } from '../../contracts/answer.ts';
import type { Variable } from '../../contracts/codebook.ts';
import { WaymarkError } from '../../contracts/errors.ts';

/**
 * How an answer becomes points: those of the scoring model; else a number as it stands, the place of a code
 * on an ordered scale or of two, from 1. NaN where it has none. Throws `NOT_COMPUTABLE` for an item without order.
 */
export function pointsOf(variable: Variable): (answer: AnswerValue | undefined) => number {
  if (variable.type === 'number') return Number;
  const table = pointTable(variable);
  return (answer) => table.get(String(answer)) ?? Number.NaN;
}

function pointTable({
  name,
  type,
  scoring,
  ordered,
  values,
  missing,
}: Variable): ReadonlyMap<string, number> {
  if (scoring !== undefined) return new Map(Object.entries(scoring.points));
  const codes = values.map(({ code }) => code).filter((code) => !(code in missing));
  if (type === 'single' && (ordered === true || codes.length === 2))
    return new Map(codes.map((code, place) => [code, place + 1]));
  throw new WaymarkError(
    'NOT_COMPUTABLE',
    `"${name}" has neither points nor an order, so it cannot be part of a scale.`,
    'Choose items of an ordered scale, with two answers, or with points in the scoring model.',
  );
}

/** Lowest and highest points an item can have; null for a number. */
export function rangeOf(variable: Variable): readonly [number, number] | null {
  if (variable.type === 'number') return null;
  const points = [...pointTable(variable).values()];
  return [Math.min(...points), Math.max(...points)];
}
