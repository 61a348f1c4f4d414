import {
  clusterSteps,
  GAP_LIMIT,
  SILHOUETTE_LIMIT,
  STABILITY_LIMIT,
  type ClusterReport,
} from '../../../scoring/cluster/cluster-rows.ts';
import { runSteps } from '../../../scoring/cluster/run-steps.ts';
import { effectiveBase } from '../../../scoring/statistics/effective-base.ts';
import { writeAtomically } from '../../exports/write-atomically.ts';
import { createWorkerPool } from '../../parallel/worker-pool.ts';
import type { ClusterOptions } from './cluster-options.ts';
import { createProgress } from '../progress.ts';
import { refuseOverwriting } from '../refuse-overwriting.ts';
import { writeJson } from '../write-json.ts';
import { assignmentLines } from './assignment-lines.ts';
import { readClusterRows, type RowsToCluster } from './read-cluster-rows.ts';

/** Fewer rows are clustered before a thread has started. */
const ROWS_FOR_THREADS = 100_000;

/** The command `cluster`: reads the file, clusters its rows, writes the result and the assignments. */
export async function clusterFile(options: ClusterOptions): Promise<void> {
  const { input, assignments, output, codebook } = options;
  for (const target of [assignments, output]) {
    if (target !== undefined) await refuseOverwriting(target, [input, codebook]);
  }
  if (assignments !== undefined && output !== undefined) await refuseOverwriting(output, [assignments]);
  const rows = await readClusterRows(options);
  const report = await fit(rows, options);
  if (assignments !== undefined) await writeAtomically(assignments, assignmentLines(rows, report));
  await writeJson(resultOf(rows, report, options), output);
}

async function fit(rows: RowsToCluster, options: ClusterOptions): Promise<ClusterReport> {
  const { variables, k: ks, standardize: standardisation, restarts, seed } = options;
  const runner = rows.weights.length < ROWS_FOR_THREADS ? createWorkerPool(1) : createWorkerPool();
  const progress = createProgress('Clustering');
  try {
    const { values, weights } = rows;
    const { threads } = runner;
    const dimensions = variables.length;
    return await runSteps(
      clusterSteps({ values, weights, dimensions, ks, standardisation, restarts, seed, threads }),
      { runner, onProgress: (share01) => progress.report(share01) },
    );
  } finally {
    progress.done();
    await runner.close();
  }
}

function resultOf(rows: RowsToCluster, report: ClusterReport, options: ClusterOptions) {
  const { variables, standardize, seed, restarts, weight } = options;
  const { runs, choice, scaling, distinct, sampled } = report;
  const sum = rows.weights.reduce((total, one) => total + one, 0);
  const squares = rows.weights.reduce((total, one) => total + one * one, 0);
  return {
    base: {
      unweighted: rows.weights.length,
      weighted: sum,
      effective: effectiveBase(sum, squares),
      distinct,
    },
    excluded: rows.excluded,
    standardize: {
      method: standardize,
      meaning: MEANING[standardize],
      variables: variables.map((variable, d) => ({
        variable,
        centre: scaling.centres[d],
        scale: standardize !== 'none' && scaling.constant[d] === true ? null : scaling.scales[d],
        ...(scaling.constant[d] === true
          ? { reason: 'Constant: it adds nothing to any distance, and cannot be standardized.' }
          : {}),
      })),
    },
    seed,
    restarts,
    runs,
    chosen: choice.chosen,
    choice: { rule: choice.rule, votes: choice.votes, notes: choice.notes },
    notes: [
      ...variables
        .filter((_, d) => scaling.constant[d])
        .map((name) => `"${name}" has the same value in every row: it adds nothing to any distance.`),
      weight === undefined
        ? 'Sizes are respondents.'
        : `Sizes are sums of "${weight}"; counts are respondents. Weights count in centroids, inertia and indices.`,
      'Centroids are in the units of the variables; inertia is on the standardized scale.',
      sampled.silhouette < rows.weights.length
        ? `Silhouette: on a seeded sample of ${SILHOUETTE_LIMIT} respondents.`
        : 'Silhouette: on all respondents.',
      `Gap: 50 reference data sets, uniform along the principal components, distances not squared (as cluster::clusGap), on ${sampled.gap < rows.weights.length ? `a seeded sample of ${GAP_LIMIT}` : 'all'} respondents.`,
      `Stability: mean Jaccard over 50 bootstrap samples (as fpc::clusterboot), on ${sampled.stability < rows.weights.length ? `a seeded sample of ${STABILITY_LIMIT}` : 'all'} respondents; under 0.60 unstable, to 0.75 doubtful, to 0.85 stable, above high.`,
    ],
  };
}

const MEANING = {
  none: 'As they are: variables with larger numbers count more.',
  zscore: 'Mean 0 and population standard deviation 1 (weighted where there are weights), as scikit-learn.',
  range: 'From 0 (lowest value) to 1 (highest value).',
} as const;
