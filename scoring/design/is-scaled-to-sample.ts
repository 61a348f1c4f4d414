/** Weights that sum to the sample size within this share stand for the sample, rounded, not for a population. */
const ROUNDED = 1.001;

/** Whether weights sum to no more than the respondents, as weights scaled to a mean of 1 do. */
export function isScaledToSample(sumWeights: number, respondents: number): boolean {
  return sumWeights <= respondents * ROUNDED;
}
