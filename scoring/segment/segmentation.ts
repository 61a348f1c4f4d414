/** One respondent whom combining placed elsewhere than the rules. */
export interface Move {
  /** Index of the respondent. */
  readonly index: number;
  /** Rank by the rules; −1 where they left it open. */
  readonly from: number;
  readonly to: number;
  /** `borderline`: near a deciding threshold. `undecided`: the rules left more than one archetype open. */
  readonly kind: 'borderline' | 'undecided';
  /** The reason as an English sentence. */
  readonly reason: string;
}

/** How the clusters came about and what they were named. */
export interface ClusterSummary {
  readonly k: number;
  /** The scores that k-means saw, in the order of the centroids' columns. */
  readonly scoreKeys: readonly string[];
  /** Row-major k × scores, least to most mature; empty where no clusters could be computed. */
  readonly centroids: Float64Array;
  /** Respondents and Σ weight per cluster, among all who could be assigned. */
  readonly sizes: readonly number[];
  readonly weightedSizes: readonly number[];
  /** Respondents with every score (the fit), and those assigned on at least half of them. */
  readonly fitted: number;
  readonly assignedOnPart: number;
  /** Weighted within-cluster sum of squares of the fit; null where not computed. */
  readonly inertia: number | null;
  readonly iterations: number;
  readonly converged: boolean;
  /** Empty clusters that were met and repaired during the fit. */
  readonly repaired: number;
  readonly seed: number;
  readonly restarts: number;
  /** Why the clusters could not be computed or not be named; null where they were named. */
  readonly refusal: string | null;
  /** Archetype rank per cluster; −1 where not named. */
  readonly archetypeOfCluster: Int8Array;
}

/** Rules against clusters, over the respondents both could place. */
export interface Agreement {
  /** Respondents with an archetype from the rules and a named cluster. */
  readonly compared: number;
  /** Share on which both say the same, by respondent weight; null where none are compared. */
  readonly agree01: number | null;
  /** Cohen's kappa and quadratic-weighted kappa, by respondent weight. */
  readonly kappa: number | null;
  readonly weightedKappa: number | null;
  /** Between rule archetypes and cluster labels (named or not), by respondents, each counting 1. */
  readonly adjustedRandIndex: number | null;
  /** Respondents whom combining placed elsewhere than the rules. */
  readonly moved: number;
  /** Respondents on whom rules and clusters differ, before combining, and who they are. */
  readonly disagreements: number;
  readonly disagreeing: Uint32Array;
  /** 4 × 4, row = rank by the rules, column = rank by the cluster: respondents, and Σ weight. */
  readonly confusion: readonly (readonly number[])[];
  readonly weightedConfusion: readonly (readonly number[])[];
}

/** The segments of a data set, in the order respondents were added. Ranks 0–3; −1 is none. */
export interface Segmentation {
  readonly size: number;
  readonly scoreKeys: readonly string[];
  readonly ids: readonly string[];
  readonly branches: readonly string[];
  readonly weights: Float64Array;
  /** The segment: rules and clusters combined. −1 is "not classified". */
  readonly archetype: Int8Array;
  readonly ruleArchetype: Int8Array;
  readonly clusterArchetype: Int8Array;
  /** Cluster label, named or not. */
  readonly cluster: Int8Array;
  /** Index 0–1 of how firm the segment is, see `confidenceIndex`; NaN where not classified. */
  readonly confidence: Float64Array;
  /** Scores 0–100, row-major size × scoreKeys; NaN is absent. */
  readonly scores: Float64Array;
  readonly clusters: ClusterSummary;
  readonly agreement: Agreement;
  readonly moved: readonly Move[];
}
