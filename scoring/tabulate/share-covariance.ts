import type { VarianceScale } from '../design/variance-scale.ts';
import { stratumOfGroup } from '../design/stratum-of-group.ts';
import type { ComplexTable } from './counted-table.ts';
import type { Patterns } from './table-patterns.ts';

/** Covariances (columns × columns) of the shares of one row, from the sums of PSUs or strata. */
export type ShareCovariance = (
  row: number,
  shares: readonly (number | null)[],
  bases: Float64Array,
) => Float64Array;

/**
 * Linearised covariances of column shares. A PSU's influence on the share p of a row in a column of weight
 * W is (its Σw in the cell − p · its Σw in the column)/W, so a row costs its own entries and one number per
 * PSU and column; nothing grows with the square of the table.
 */
export function createShareCovariance(
  { design, sums }: ComplexTable,
  { scale, centred }: VarianceScale,
  rowPatterns: Patterns,
  columnPatterns: Patterns,
  columnCount: number,
): ShareCovariance {
  const groups = sums.starts.length - 1;
  const width = columnPatterns.length;
  const byRow = entriesByRow(sums.cells, sums.starts, rowPatterns.length, width);
  const columnSums = new Float64Array(groups * columnCount);
  sums.cells.forEach((cell, entry) => {
    for (const column of columnPatterns[cell % width]!) {
      const at = byRow.group[entry]! * columnCount + column;
      columnSums[at] = columnSums[at]! + sums.sums[entry]!;
    }
  });
  // Groups without entries add nothing, wherever they lie.
  const strata = Uint32Array.from({ length: groups }, (_, group) =>
    sums.starts[group] === sums.starts[group + 1] ? 0 : stratumOfGroup(design, group),
  );
  const rowsArePsus = design.psuStratum === null;
  const patternRows = patternsIn(rowPatterns);

  return (row, shares, bases) => {
    const factor = shares.map((share, column) => (share === null ? 0 : 1 / bases[column]!));
    const influence = new Float64Array(columnSums.length);
    for (let column = 0; column < columnCount; column += 1) {
      const times = -(shares[column] ?? 0) * factor[column]!;
      for (let at = column; at < influence.length; at += columnCount) influence[at] = columnSums[at]! * times;
    }
    for (const pattern of patternRows(row)) {
      const entries = byRow.entries(pattern);
      for (let at = 0; at < entries.length; at += 1) {
        const entry = entries[at]!;
        const first = byRow.group[entry]! * columnCount;
        const members = columnPatterns[sums.cells[entry]! % width]!;
        for (let member = 0; member < members.length; member += 1) {
          const column = members[member]!;
          influence[first + column] = influence[first + column]! + sums.sums[entry]! * factor[column]!;
        }
      }
    }
    const covariance = rowsArePsus
      ? withinStrata(row, shares, factor)
      : betweenPsus(influence, strata, scale, columnCount);
    subtractMeans(covariance, influence);
    return covariance;
  };

  /** Where respondents are PSUs: Σ over each stratum of w²·u², u the same within a cell. */
  function withinStrata(
    row: number,
    shares: readonly (number | null)[],
    factor: readonly number[],
  ): Float64Array {
    const covariance = new Float64Array(columnCount * columnCount);
    sums.cells.forEach((cell, entry) => {
      const square = sums.squares[entry]! * scale[strata[byRow.group[entry]!]!]!;
      const isIn = rowPatterns[Math.floor(cell / width)]!.includes(row);
      const columns = columnPatterns[cell % width]!;
      const slope = (column: number) => (Number(isIn) - (shares[column] ?? 0)) * factor[column]!;
      for (const one of columns) {
        for (const other of columns) {
          const at = one * columnCount + other;
          covariance[at] = covariance[at]! + square * slope(one) * slope(other);
        }
      }
    });
    return covariance;
  }

  /** Takes away what the mean of each stratum accounts for. */
  function subtractMeans(covariance: Float64Array, influence: Float64Array): void {
    const totals = new Float64Array(design.psusPerStratum.length * columnCount);
    for (let group = 0; group < groups; group += 1) {
      const place = strata[group]! * columnCount;
      const first = group * columnCount;
      for (let column = 0; column < columnCount; column += 1)
        totals[place + column] = totals[place + column]! + influence[first + column]!;
    }
    design.psusPerStratum.forEach((psus, stratum) => {
      if (psus === 0 || centred[stratum] === 0) return;
      const times = scale[stratum]! / psus;
      const own = totals.subarray(stratum * columnCount, (stratum + 1) * columnCount);
      own.forEach((one, a) => {
        if (one === 0) return;
        own.forEach((other, b) => {
          const at = a * columnCount + b;
          covariance[at] = covariance[at]! - times * one * other;
        });
      });
    });
  }
}

function betweenPsus(
  influence: Float64Array,
  strata: Uint32Array,
  scale: Float64Array,
  columnCount: number,
): Float64Array {
  const covariance = new Float64Array(columnCount * columnCount);
  for (let group = 0; group < strata.length; group += 1) {
    const first = group * columnCount;
    const times = scale[strata[group]!]!;
    for (let one = 0; one < columnCount; one += 1) {
      const scaled = influence[first + one]! * times;
      if (scaled === 0) continue;
      for (let other = 0; other < columnCount; other += 1) {
        const at = one * columnCount + other;
        covariance[at] = covariance[at]! + scaled * influence[first + other]!;
      }
    }
  }
  return covariance;
}

/** Entries in the order of their row pattern, and the group each lies in. */
function entriesByRow(
  cells: Uint32Array,
  starts: Uint32Array,
  rowCount: number,
  width: number,
): { readonly group: Uint32Array; entries(row: number): Uint32Array } {
  const group = new Uint32Array(cells.length);
  const firsts = new Uint32Array(rowCount + 1);
  for (let place = 0; place + 1 < starts.length; place += 1)
    for (let entry = starts[place]!; entry < starts[place + 1]!; entry += 1) group[entry] = place;
  for (const cell of cells) {
    const after = Math.floor(cell / width) + 1;
    firsts[after] = firsts[after]! + 1;
  }
  for (let row = 0; row < rowCount; row += 1) firsts[row + 1] = firsts[row + 1]! + firsts[row]!;
  const next = firsts.slice();
  const order = new Uint32Array(cells.length);
  cells.forEach((cell, entry) => {
    const row = Math.floor(cell / width);
    order[next[row]!] = entry;
    next[row] = next[row]! + 1;
  });
  return { group, entries: (row) => order.subarray(firsts[row], firsts[row + 1]) };
}

function patternsIn(patterns: Patterns): (row: number) => number[] {
  return (row) => [...patterns.keys()].filter((pattern) => patterns[pattern]!.includes(row));
}
