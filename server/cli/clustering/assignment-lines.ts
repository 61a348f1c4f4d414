import type { ClusterReport } from '../../../scoring/cluster/cluster-rows.ts';
import { placeRow } from '../../../scoring/cluster/place-row.ts';
import { csvLine } from '../../exports/csv-writer.ts';
import type { RowsToCluster } from './read-cluster-rows.ts';

/**
 * One line per row of the file, in its order: the id (or the number of the row, from 1), the cluster
 * (from 1), the distance to its centroid on the standardised scale, and the separation 0–1 (0 halfway to
 * the next centroid). Rows that were left out are blank.
 */
export function* assignmentLines(
  rows: RowsToCluster,
  { labels, scaling, fitCentroids, rows: distinct, rowOf }: ClusterReport,
): Generator<string> {
  yield csvLine([rows.ids === null ? 'row' : 'id', 'cluster', 'distance', 'separation']);
  const dimensions = scaling.centres.length;
  let place = 0;
  for (let index = 0; index < rows.size; index += 1) {
    const id = rows.ids?.[index] ?? index + 1;
    const label = labels[place];
    const distinctRow = rowOf[place];
    if (rows.kept[place] !== index || label === undefined || distinctRow === undefined) {
      yield csvLine([id, null, null, null]);
      continue;
    }
    const from = distinctRow * dimensions;
    const row = distinct.subarray(from, from + dimensions);
    const { distance, separation01 } = placeRow(row, label, fitCentroids);
    yield csvLine([id, label + 1, distance, separation01]);
    place += 1;
  }
}
