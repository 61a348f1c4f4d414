import { WaymarkError } from '../../../contracts/errors.ts';
import { kappaStandardError } from '../../../scoring/cluster/kappa-standard-error.ts';
import { adjustedRandIndex } from '../../../scoring/statistics/adjusted-rand-index.ts';
import { cohenKappa } from '../../../scoring/statistics/cohen-kappa.ts';
import { normalQuantile } from '../../../scoring/statistics/normal-quantile.ts';
import { compareCodes } from '../../../scoring/tabulate/encode.ts';
import { readColumns, type CodedColumn, type FileColumns } from '../../imports/read-columns.ts';
import type { AgreementOptions } from '../commands/agreement.ts';
import { resolveCodebook } from '../resolve-codebook.ts';

/** Beyond this a table is not shown, and kappa on it would say nothing. */
const MOST_CATEGORIES = 200;

/** The command `agreement`: two columns of a file, compared. */
export async function agreementOfFile(options: AgreementOptions) {
  const { input, a, b, weight, order, confidence } = options;
  const columns = await readColumns({
    path: input,
    codebook: await resolveCodebook(options),
    coded: [a, b],
    ...(weight === undefined ? {} : { weight }),
  });
  const categories = scaleOf(columns.coded(a), columns.coded(b), order);
  const table = countPairs(columns, options, categories);
  const { size, counts, sums, squares } = table;
  const isWeighted = weight !== undefined;
  const respondents = counts.reduce((sum, count) => sum + count, 0);
  const total = sums.reduce((sum, weightOfCell) => sum + weightOfCell, 0);
  const statistic = (weighting: 'none' | 'quadratic') => {
    const value = cohenKappa(sums, size, weighting);
    const se =
      value === null
        ? null
        : kappaStandardError(sums, squares, size, weighting, isWeighted ? respondents : null);
    const z = -normalQuantile((1 - confidence) / 2);
    return {
      value,
      standardError: se,
      interval:
        value === null || se === null ? null : [Math.max(-1, value - z * se), Math.min(1, value + z * se)],
    };
  };
  const kappa = statistic('none');
  const weighted = statistic('quadratic');
  const rand = adjustedRandIndex(sums, size, size, squares);
  const reason = reasonFor(respondents, kappa.value, kappa.standardError, rand);
  return {
    base: { unweighted: respondents, weighted: total },
    a,
    b,
    categories,
    excluded: table.excluded,
    table: {
      rows: categories,
      columns: categories,
      counts: rowsOf(counts, size),
      weighted: rowsOf(sums, size),
    },
    agreement: total > 0 ? categories.reduce((sum, _, at) => sum + sums[at * size + at]!, 0) / total : null,
    kappa: kappa.value,
    kappaStandardError: kappa.standardError,
    kappaInterval: kappa.interval,
    weightedKappa: weighted.value,
    weightedKappaStandardError: weighted.standardError,
    weightedKappaInterval: weighted.interval,
    adjustedRandIndex: rand,
    ...(reason === null ? {} : { reason }),
    confidence,
    notes: [
      `Rows of the table are "${a}", columns "${b}".`,
      `Weighted kappa: quadratic weights, on the order ${categories.join(' < ')}.`,
      isWeighted
        ? `Kappa counts respondents by "${weight}"; in the adjusted Rand index a pair counts the product of its weights. Standard errors hold for weights without strata or PSUs.`
        : 'Standard errors as Fleiss, Cohen and Everitt (1969).',
      ...noCommonNames(table.sharedCodes),
    ],
  };
}

/** The categories of both, on one scale: those given, else of the codebook or the file, archetypes in their order. */
function scaleOf(a: CodedColumn, b: CodedColumn, order: readonly string[] | undefined): readonly string[] {
  const codes = [a, b].map(({ axis }) => axis.categories.map(({ code }) => code)) as [string[], string[]];
  const all = new Set(codes.flat());
  if (order !== undefined) return order;
  if (all.size > MOST_CATEGORIES) {
    throw new WaymarkError(
      'NOT_COMPUTABLE',
      `The two columns have ${all.size} categories together; at most ${MOST_CATEGORIES} can be compared.`,
      'Choose coded columns.',
    );
  }
  const longest = codes[0].length >= codes[1].length ? codes[0] : codes[1];
  return longest.length === all.size ? longest : [...all].toSorted(compareCodes);
}

function countPairs(columns: FileColumns, options: AgreementOptions, categories: readonly string[]) {
  const { a, b, weight } = options;
  const size = categories.length;
  const counts = new Float64Array(size * size);
  const sums = new Float64Array(size * size);
  const squares = new Float64Array(size * size);
  const left = new Map<string, number>();
  const sideOf = (name: string) => {
    const { indices, axis } = columns.coded(name);
    const codes = axis.categories.map(({ code }) => code);
    const places = codes.map((code) => categories.indexOf(code));
    const why = (row: number): string => {
      const code = codes[indices[row]!];
      return code === undefined ? `${name}: no category` : `${name}: "${code}" is not in --order`;
    };
    return { places, why, placeOf: (row: number) => places[indices[row]!] ?? -1 };
  };
  const first = sideOf(a);
  const second = sideOf(b);
  for (let row = 0; row < columns.size; row += 1) {
    const from = first.placeOf(row);
    const to = second.placeOf(row);
    const own = columns.weights === null ? 1 : columns.weights[row]!;
    if (own === 0 || from < 0 || to < 0) {
      const reason = own === 0 ? `${weight ?? ''}: no weight` : from < 0 ? first.why(row) : second.why(row);
      left.set(reason, (left.get(reason) ?? 0) + 1);
      continue;
    }
    const cell = from * size + to;
    counts[cell] = counts[cell]! + 1;
    sums[cell] = sums[cell]! + own;
    squares[cell] = squares[cell]! + own * own;
  }
  return {
    size,
    counts,
    sums,
    squares,
    excluded: [...left].map(([reason, count]) => ({ reason, count })),
    sharedCodes: first.places.filter((place) => place >= 0 && second.places.includes(place)).length,
  };
}

function reasonFor(
  respondents: number,
  kappa: number | null,
  standardError: number | null,
  rand: number | null,
): string | null {
  if (respondents === 0) return 'No row has a category in both columns and a weight.';
  if (kappa === null)
    return 'Both columns have one and the same category: chance alone always agrees, so there is no kappa.';
  if (rand === null) return 'The adjusted Rand index compares pairs of rows; there is one row.';
  return standardError === null ? 'One row has no standard error.' : null;
}

const noCommonNames = (shared: number): string[] =>
  shared > 0
    ? []
    : ['The two columns share no category: kappa says nothing here; read the adjusted Rand index.'];

const rowsOf = (table: Float64Array, size: number): number[][] =>
  Array.from({ length: size }, (_, row) => [...table.subarray(row * size, (row + 1) * size)]);
