import { nearestCentroids } from '../../../scoring/cluster/nearest-centroids.ts';
import type { ClusterReport } from '../../../scoring/cluster/cluster-rows.ts';
import { csvLine } from '../../exports/csv-writer.ts';
import type { RowsToCluster } from './read-cluster-rows.ts';

/**
 * One line per row of the file, in its order: the id (or the number of the row, from 1), the cluster
 * (from 1), the distance to its centroid on the standardised scale, and the separation 0–1 (0 halfway to
 * the next centroid). Rows that were left out are blank.
 */
export function* assignmentLines(
  rows: RowsToCluster,
  { labels, scaling, fitCentroids }: ClusterReport,
): Generator<string> {
  yield csvLine([rows.ids === null ? 'row' : 'id', 'cluster', 'distance', 'separation']);
  const dimensions = scaling.centres.length;
  const row = new Float64Array(dimensions);
  let place = 0;
  for (let index = 0; index < rows.size; index += 1) {
    const id = rows.ids?.[index] ?? index + 1;
    if (rows.kept[place] !== index) {
      yield csvLine([id, null, null, null]);
      continue;
    }
    const label = labels[place]!;
    let squares = 0;
    for (let d = 0; d < dimensions; d += 1) {
      row[d] = (rows.values[place * dimensions + d]! - scaling.centres[d]!) / scaling.scales[d]!;
      squares += (row[d]! - fitCentroids[label * dimensions + d]!) ** 2;
    }
    const { separation01 } = nearestCentroids(row, fitCentroids);
    yield csvLine([id, label + 1, Math.sqrt(squares), separation01]);
    place += 1;
  }
}
