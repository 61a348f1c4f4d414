import { ARCHETYPES, NOT_CLASSIFIED } from '../../contracts/archetype.ts';
import type { Explanation } from '../../scoring/segment/create-explainer.ts';
import type { Segmentation } from '../../scoring/segment/segmentation.ts';
import { csvLine, type CsvCell } from './csv-writer.ts';

/**
 * Explanations as CSV lines, one respondent each, in the order they were added:
 *
 * - `id, archetype, ruleArchetype, rule, cap`: where she is, and the rule and cap of the model that put her there;
 * - `nextRule, binding, bindingScores`: the nearest rule above, its conditions that do not hold, and the scores they hang on;
 * - `upScore, upThreshold, upDistance, upArchetype` and the same for `down`: the nearest threshold either way, in points;
 * - `thresholds`: all that decide, nearest first, as `score threshold direction distance archetype`;
 * - `changeItem, changeFrom, changeTo, changeArchetype`: the smallest change of one answer that moves her up;
 * - `posterior_…` (0–1) per archetype where the clusters have names, else per cluster; `confidence` (0–1).
 *
 * Lists are joined with "; ". Blank is "there is none". Whom too few answers could not place is
 * `Not classified`; who did not agree to the interview has no archetype.
 *
 * @param options.declined per respondent: 1 where she did not agree
 * @param options.note stands in a last column `note` of every row, as in `segmentsCsv`
 */
export function* explanationsCsv(
  segmentation: Segmentation,
  explanations: Iterable<Explanation>,
  options: { readonly declined?: Uint8Array; readonly note?: string } = {},
): Generator<string, void, void> {
  const { declined, note } = options;
  const { ids, archetype, ruleArchetype, confidence, clusters } = segmentation;
  yield csvLine([
    ...['id', 'archetype', 'ruleArchetype', 'rule', 'cap', 'nextRule', 'binding', 'bindingScores'],
    ...['upScore', 'upThreshold', 'upDistance', 'upArchetype'],
    ...['downScore', 'downThreshold', 'downDistance', 'downArchetype', 'thresholds'],
    ...['changeItem', 'changeFrom', 'changeTo', 'changeArchetype'],
    ...posteriorNames(clusters.archetypeOfCluster),
    'confidence',
    ...(note === undefined ? [] : ['note']),
  ]);
  for (const { index, ruleId, capId, binding, thresholds, change, posterior } of explanations) {
    const isOutside = declined?.[index] === 1;
    const unplaced = isOutside ? null : NOT_CLASSIFIED;
    const up = thresholds.find(({ direction }) => direction === 'up');
    const down = thresholds.find(({ direction }) => direction === 'down');
    const cells: CsvCell[] = [
      ids[index] ?? null,
      ARCHETYPES[archetype[index] ?? -1] ?? unplaced,
      ARCHETYPES[ruleArchetype[index] ?? -1] ?? unplaced,
      ruleId,
      capId,
      binding?.ruleId ?? null,
      binding?.conditions.join('; ') ?? null,
      binding?.scores.join('; ') ?? null,
      ...thresholdCells(up),
      ...thresholdCells(down),
      thresholds.map(thresholdText).join('; '),
      change?.item ?? null,
      change?.from ?? null,
      change?.code ?? null,
      change?.archetype ?? null,
    ];
    for (const probability of posterior) cells.push(probability);
    cells.push(confidence[index] ?? null);
    if (note !== undefined) cells.push(note);
    yield csvLine(cells);
  }
}

type Threshold = Explanation['thresholds'][number];

const posteriorNames = (archetypeOfCluster: Int8Array): string[] =>
  Array.from(
    archetypeOfCluster,
    (rank, cluster) => `posterior_${ARCHETYPES[rank] ?? `cluster${cluster + 1}`}`,
  );

const thresholdCells = (one: Threshold | undefined): CsvCell[] =>
  one === undefined ? [null, null, null, null] : [one.score, one.threshold, one.distance100, one.archetype];

const thresholdText = ({ score, threshold, direction, distance100, archetype }: Threshold): string =>
  `${score} ${threshold} ${direction} ${distance100.toFixed(1)} ${archetype}`;
