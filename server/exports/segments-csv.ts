import { ARCHETYPES, NOT_CLASSIFIED } from '../../contracts/archetype.ts';
import type { Segmentation } from '../../scoring/segment/segmentation.ts';
import { csvLine, type CsvCell } from './csv-writer.ts';

/**
 * Segments as CSV lines, one respondent each, in the order they were added: `id, branch, weight,
 * archetype, ruleArchetype, clusterArchetype, confidence` (0–1), then the model's scores (0–100).
 * Whom too few answers could not place is `Not classified`, so that a table of the file has her too; blank
 * is who did not agree to the interview, no named cluster, or no score. Numbers in their shortest exact form, so the same
 * segmentation gives the same bytes. No byte-order mark; the caller puts it in front where Excel
 * is to open the file.
 *
 * @param options.note stands in a last column `note` of every row, for what must never get lost, such as
 *   "synthetic data"
 * @param options.declined per respondent: 1 where she did not agree
 */
export function* segmentsCsv(
  segmentation: Segmentation,
  options: { readonly note?: string; readonly declined?: Uint8Array } = {},
): Generator<string, void, void> {
  const { note, declined } = options;
  const { size, scoreKeys, ids, branches, weights, confidence, scores } = segmentation;
  const { archetype, ruleArchetype, clusterArchetype } = segmentation;
  const tail = note === undefined ? [] : [note];
  yield csvLine([
    ...['id', 'branch', 'weight', 'archetype', 'ruleArchetype', 'clusterArchetype', 'confidence'],
    ...scoreKeys,
    ...(note === undefined ? [] : ['note']),
  ]);
  const width = scoreKeys.length;
  for (let index = 0; index < size; index += 1) {
    const unplaced = declined?.[index] === 1 ? null : NOT_CLASSIFIED;
    const cells: CsvCell[] = [
      ids[index] ?? null,
      branches[index] ?? null,
      weights[index] ?? null,
      ARCHETYPES[archetype[index] ?? -1] ?? unplaced,
      ARCHETYPES[ruleArchetype[index] ?? -1] ?? unplaced,
      ARCHETYPES[clusterArchetype[index] ?? -1] ?? null,
      confidence[index] ?? null,
    ];
    for (let score = 0; score < width; score += 1) cells.push(scores[index * width + score] ?? null);
    yield csvLine(cells.concat(tail));
  }
}
