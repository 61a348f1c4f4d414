import { WaymarkError } from '../../../contracts/errors.ts';
import type { FrameStratum } from '../../../scoring/weighting/design-weights.ts';
import { readColumns } from '../../imports/read-columns.ts';

/**
 * Reads a frame: one row per stratum (branch) with the number of its clients. Throws what `readColumns`
 * throws, and `BAD_DESIGN` for a stratum that stands twice or a count that is not above 0.
 */
export async function readFrame(path: string, by: string, count: string): Promise<readonly FrameStratum[]> {
  const columns = await readColumns({ path, codebook: null, keys: [by], numeric: [count] });
  const { indices, names } = columns.keys(by);
  const counts = columns.numeric(count);
  const strata = new Map<string, number>();
  counts.forEach((clients, row) => {
    const name = names[indices[row] as number] as string;
    if (strata.has(name))
      throw new WaymarkError(
        'BAD_DESIGN',
        `${path}: "${name}" stands twice in the column "${by}".`,
        'Give each stratum one row with all of its clients.',
      );
    if (!(clients > 0))
      throw new WaymarkError(
        'BAD_DESIGN',
        `${path}: "${name}": expected a number of clients above 0 in the column "${count}"; found ${Number.isNaN(clients) ? 'none' : clients}.`,
        'Correct the count, or leave the row out.',
      );
    strata.set(name, clients);
  });
  return [...strata].map(([name, clients]) => ({ name, count: clients }));
}
