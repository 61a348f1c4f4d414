import betainc from '@stdlib/math-base-special-betainc';
import { normalUpperTail } from './normal-upper-tail.ts';

/**
 * P(T ≥ t) of Student's t with real degrees of freedom > 0; infinite degrees are the normal. As R's
 * `pt(t, df, lower.tail = FALSE)`.
 */
export function tUpperTail(t: number, degreesOfFreedom: number): number {
  if (degreesOfFreedom === Infinity) return normalUpperTail(t);
  const square = t * t;
  // Of the two equal forms of the tail, the one whose argument is small keeps its digits.
  const both =
    square < degreesOfFreedom
      ? betainc(square / (degreesOfFreedom + square), 0.5, degreesOfFreedom / 2, true, true)
      : betainc(degreesOfFreedom / (degreesOfFreedom + square), degreesOfFreedom / 2, 0.5);
  return t >= 0 ? both / 2 : 1 - both / 2;
}
