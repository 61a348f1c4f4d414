import type { OneFactor } from './one-factor.ts';

/**
 * McDonald's omega (Σλ)² / ((Σλ)² + Σψ) of a one-factor fit: the share of the variance of the sum of
 * standardised items that the factor explains, 0–1. Source: McDonald (1999).
 */
export function mcdonaldOmega({ loadings, uniquenesses }: OneFactor): number {
  const common = loadings.reduce((sum, value) => sum + value, 0) ** 2;
  return common / (common + uniquenesses.reduce((sum, value) => sum + value, 0));
}
