/** Whether the effect of the arms differs between segments. */
export interface Interaction {
  /** χ² of a likelihood-ratio test, or F. */
  readonly statistic: number | null;
  readonly degreesOfFreedom: number | null;
  /** Of F; null for χ². */
  readonly denominatorDegreesOfFreedom: number | null;
  readonly pValue: number | null;
  readonly method: string;
  readonly reason?: string;
}

export const noInteraction = (method: string, reason: string): Interaction => ({
  statistic: null,
  degreesOfFreedom: null,
  denominatorDegreesOfFreedom: null,
  pValue: null,
  method,
  reason,
});
