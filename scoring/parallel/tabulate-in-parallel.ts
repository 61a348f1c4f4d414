import { mergeCounts, partsOf, type TableStatistics, type TabulateInput } from '../tabulate/tabulate.ts';
import type { KernelRunner } from './kernel-runner.ts';
import { toShared } from './to-shared.ts';

/**
 * `tabulate`, counted by as many threads as the runner has, to the same bits. Columns that are not
 * in shared memory yet are copied there first. Throws what `tabulate` throws.
 */
export async function tabulateInParallel(
  runner: KernelRunner,
  input: TabulateInput,
): Promise<TableStatistics> {
  const { weights, ...rest } = input;
  const shared = {
    ...rest,
    rows: toShared(input.rows),
    columns: toShared(input.columns),
    ...(weights && { weights: toShared(weights) }),
  };
  return mergeCounts(input, await runner.run('countCells', partsOf(shared)));
}
