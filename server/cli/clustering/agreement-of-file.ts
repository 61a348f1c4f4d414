import { WaymarkError } from '../../../contracts/errors.ts';
import { compareGroupings, type ComparedGroupings } from '../../../scoring/cluster/compare-groupings.ts';
import { compareCodes } from '../../../scoring/tabulate/encode.ts';
import { readColumns, type CodedColumn } from '../../imports/read-columns.ts';
import type { AgreementOptions } from './agreement-options.ts';
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
  const [ofA, ofB] = [columns.coded(a), columns.coded(b)];
  const categories = order ?? scaleOf(codesOf(ofA), codesOf(ofB));
  const placesOf = (column: CodedColumn) => codesOf(column).map((code) => categories.indexOf(code));
  const first = { indices: ofA.indices, places: placesOf(ofA) };
  const second = { indices: ofB.indices, places: placesOf(ofB) };
  const { weights } = columns;
  const found = compareGroupings({ size: categories.length, first, second, weights, confidence });
  const reason = reasonFor(found);
  const share = first.places.some((place) => place >= 0 && second.places.includes(place));
  return {
    base: { unweighted: found.respondents, weighted: found.total },
    a,
    b,
    categories,
    excluded: [
      ...(found.leftOut.noWeight > 0
        ? [{ reason: `${weight ?? ''}: no weight`, count: found.leftOut.noWeight }]
        : []),
      ...outside(a, codesOf(ofA), found.leftOut.first),
      ...outside(b, codesOf(ofB), found.leftOut.second),
    ],
    table: { rows: categories, columns: categories, counts: found.counts, weighted: found.weighted },
    agreement: found.agreement,
    kappa: found.kappa.value,
    kappaStandardError: found.kappa.standardError,
    kappaInterval: found.kappa.interval,
    weightedKappa: found.weightedKappa.value,
    weightedKappaStandardError: found.weightedKappa.standardError,
    weightedKappaInterval: found.weightedKappa.interval,
    adjustedRandIndex: found.adjustedRandIndex,
    ...(reason === null ? {} : { reason }),
    confidence,
    notes: [
      `Rows of the table are "${a}", columns "${b}".`,
      `Weighted kappa: quadratic weights, on the order ${categories.join(' < ')}.`,
      weight === undefined
        ? 'Standard errors as Fleiss, Cohen and Everitt (1969).'
        : `Kappa counts respondents by "${weight}"; in the adjusted Rand index a pair counts the product of its weights. Standard errors hold for weights without strata or PSUs.`,
      ...(share
        ? []
        : ['The two columns share no category: kappa says nothing here; read the adjusted Rand index.']),
    ],
  };
}

const codesOf = ({ axis }: CodedColumn): string[] => axis.categories.map(({ code }) => code);

/** The categories of both, on one scale: of the codebook or the file, archetypes in their order. */
function scaleOf(a: readonly string[], b: readonly string[]): readonly string[] {
  const all = new Set([...a, ...b]);
  if (all.size > MOST_CATEGORIES) {
    throw new WaymarkError(
      'NOT_COMPUTABLE',
      `The two columns have ${all.size} categories together; at most ${MOST_CATEGORIES} can be compared.`,
      'Choose coded columns.',
    );
  }
  const longest = a.length >= b.length ? a : b;
  return longest.length === all.size ? longest : [...all].toSorted(compareCodes);
}

/** Why rows have no place on the scale, by their category. */
function outside(name: string, codes: readonly string[], counts: ReadonlyMap<number, number>) {
  return [...counts].map(([category, count]) => {
    const code = codes[category];
    return {
      reason: code === undefined ? `${name}: no category` : `${name}: "${code}" is not in --order`,
      count,
    };
  });
}

function reasonFor({ respondents, kappa, adjustedRandIndex }: ComparedGroupings): string | null {
  if (respondents === 0) return 'No row has a category in both columns and a weight.';
  if (kappa.value === null)
    return 'Both columns have one and the same category: chance alone always agrees, so there is no kappa.';
  if (adjustedRandIndex === null) return 'The adjusted Rand index compares pairs of rows; there is one row.';
  return kappa.standardError === null ? 'One row has no standard error.' : null;
}
