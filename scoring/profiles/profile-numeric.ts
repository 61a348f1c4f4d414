/** How one segment differs from all other respondents on a number. */
export interface NumericDifference {
  readonly respondents: number;
  readonly mean: number | null;
  /** Standard deviation, with the weights scaled to sum to the respondents, less one. */
  readonly standardDeviation: number | null;
  readonly restMean: number | null;
  /** (mean − rest mean) / pooled standard deviation (Cohen 1988). */
  readonly cohensD: number | null;
  /** Cohen's d × (1 − 3 / (4 df − 1)), df = n − 2 (Hedges 1981). */
  readonly hedgesG: number | null;
  readonly reason?: string;
}

export interface NumericProfile {
  /** Share of the variance that lies between segments; 0–1. */
  readonly etaSquared: number | null;
  readonly reason?: string;
  readonly segments: readonly NumericDifference[];
}

/**
 * Weighted means of a number by segment, each against the rest. Weights are scaled to sum to the
 * respondents with a number, so that without weights the formulas are the usual ones.
 *
 * @param values NaN is missing
 * @param segments segment per respondent; `segmentCount` and above are left out
 * @param weights ≥ 0; 0 is left out
 */
export function profileNumeric(
  values: Float64Array,
  segments: Uint16Array,
  segmentCount: number,
  weights: Float64Array,
): NumericProfile {
  const counts = new Float64Array(segmentCount);
  const sums = new Float64Array(segmentCount);
  const totals = new Float64Array(segmentCount);
  const used = (row: number): boolean =>
    segments[row]! < segmentCount && weights[row]! > 0 && !Number.isNaN(values[row]);
  for (let row = 0; row < values.length; row += 1) {
    if (!used(row)) continue;
    counts[segments[row]!]! += 1;
    sums[segments[row]!]! += weights[row]!;
    totals[segments[row]!]! += weights[row]! * values[row]!;
  }
  const means = totals.map((total, segment) => total / sums[segment]!);
  const squares = new Float64Array(segmentCount);
  for (let row = 0; row < values.length; row += 1)
    if (used(row)) squares[segments[row]!]! += weights[row]! * (values[row]! - means[segments[row]!]!) ** 2;
  const n = add(counts);
  const scale = n / add(sums);
  const size = sums.map((sum) => sum * scale);
  const grand = add(totals) / add(sums);
  const within = add(squares) * scale;
  let between = 0;
  for (let segment = 0; segment < segmentCount; segment += 1)
    if (counts[segment]! > 0) between += size[segment]! * (means[segment]! - grand) ** 2;
  const variable = within + between > 0 && counts.filter((count) => count > 0).length > 1;
  return {
    etaSquared: variable ? between / (within + between) : null,
    ...(variable ? {} : { reason: 'The number does not vary, or only one segment has it.' }),
    segments: Array.from({ length: segmentCount }, (_, segment): NumericDifference => {
      const own = size[segment]!;
      const rest = n - own;
      const restCount = n - counts[segment]!;
      if (counts[segment] === 0)
        return { respondents: 0, mean: null, standardDeviation: null, restMean: null, cohensD: null, hedgesG: null, reason: 'Nobody in the segment has this number.' }; // prettier-ignore
      const mean = means[segment]!;
      const deviation = own > 1 ? Math.sqrt((squares[segment]! * scale) / (own - 1)) : null;
      if (restCount === 0 || n < 3)
        return { respondents: counts[segment]!, mean, standardDeviation: deviation, restMean: null, cohensD: null, hedgesG: null, reason: 'There are too few others to compare with.' }; // prettier-ignore
      const restMean = (grand * n - mean * own) / rest;
      let restSquares = 0;
      for (let other = 0; other < segmentCount; other += 1)
        if (other !== segment && counts[other]! > 0)
          restSquares += squares[other]! * scale + size[other]! * (means[other]! - restMean) ** 2;
      const pooled = Math.sqrt((squares[segment]! * scale + restSquares) / (n - 2));
      const d = pooled > 0 ? (mean - restMean) / pooled : null;
      return {
        respondents: counts[segment]!,
        mean,
        standardDeviation: deviation,
        restMean,
        cohensD: d,
        hedgesG: d === null ? null : d * (1 - 3 / (4 * (n - 2) - 1)),
        ...(d === null ? { reason: 'The number does not vary within the groups.' } : {}),
      };
    }),
  };
}

const add = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);
