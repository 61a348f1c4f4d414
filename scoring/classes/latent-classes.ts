/** What latent class analysis says for one number of classes. Proportions are 0–1. */
export interface LatentClasses {
  readonly k: number;
  /** Σ w ln P(answers); a pseudo-log-likelihood where weights are sampling weights. */
  readonly logLikelihood: number;
  /** k − 1 class sizes and k × (categories − 1) probabilities per item. */
  readonly parameters: number;
  /** min(Σw, possible answer patterns − 1) − parameters; negative: not identified. */
  readonly degreesOfFreedom: number;
  readonly bic: number;
  readonly aic: number;
  /** 1 − entropy of the posteriors / (Σw ln k): 1 where everybody clearly belongs to a class. Null for k = 1. */
  readonly relativeEntropy: number | null;
  /** Share of each class, in canonical order. */
  readonly sizes: readonly number[];
  /** Item → class → category → probability of the answer in the class. */
  readonly probabilities: readonly (readonly (readonly number[])[])[];
  readonly convergence: Convergence;
  /** Probabilities of answers within 1e-5 of 0 or 1: their standard errors mean nothing. */
  readonly boundaryEstimates: number;
  /** What to be careful about, in words. */
  readonly warnings: readonly string[];
}

export interface Convergence {
  readonly converged: boolean;
  /** EM steps of all starts together. */
  readonly iterations: number;
  /** Largest change of a probability in the last step. */
  readonly largestChange: number;
  readonly restarts: number;
  /** Starts that came to the best log-likelihood (see `reachedBest`). */
  readonly reachedBest: number;
}
