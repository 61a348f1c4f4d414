import { lloydPart } from '../cluster/lloyd-part.ts';
import { countCells } from '../tabulate/count-cells.ts';

/**
 * The work that may run in another thread: name → pure function of one argument that can be
 * structured-cloned. Large columns are typed arrays over a `SharedArrayBuffer` (`toShared`), so that
 * they are handed over without a copy; a kernel gets the range to work on, and writes, if at all, only
 * where no other part writes.
 *
 * To add one: write the function beside what uses it, and name it here.
 */
export const kernels = { countCells, lloydPart };

export type KernelName = keyof typeof kernels;
export type KernelInput<N extends KernelName> = Parameters<(typeof kernels)[N]>[0];
export type KernelOutput<N extends KernelName> = ReturnType<(typeof kernels)[N]>;
