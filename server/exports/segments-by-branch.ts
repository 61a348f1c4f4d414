import { ARCHETYPES, NOT_CLASSIFIED } from '../../contracts/archetype.ts';
import type { Codebook } from '../../contracts/codebook.ts';
import { localize } from '../../contracts/language.ts';
import { DID_NOT_AGREE, type Crosstab } from '../../contracts/table.ts';
import { crosstab } from '../../scoring/tabulate/crosstab.ts';
import { encode } from '../../scoring/tabulate/encode.ts';
import { MISSING_CATEGORY, tabulate } from '../../scoring/tabulate/tabulate.ts';
import type { Segmentation } from '../../scoring/segment/segmentation.ts';

/**
 * The first table anyone looks at: archetype (rows) by branch (columns), weighted. Who could not be
 * classified is a row of its own, so that the columns add up to everyone; who did not agree to the
 * interview or has no branch is left out and counted.
 *
 * @param declined per respondent: 1 where she did not agree
 */
export function segmentsByBranch(
  codebook: Codebook,
  segmentation: Segmentation,
  declined: Uint8Array,
): Crosstab {
  const rows = [...ARCHETYPES, NOT_CLASSIFIED];
  const names = new Map(codebook.branches?.map(({ code, label }) => [code, localize(label, 'en')]));
  const branches = encode(
    segmentation.branches,
    codebook.branches?.map(({ code }) => code),
  );
  const weights = segmentation.weights;
  const statistics = tabulate({
    rows: Uint16Array.from(segmentation.archetype, (rank, index) => {
      if (declined[index] === 1) return MISSING_CATEGORY;
      return rank < 0 ? ARCHETYPES.length : rank;
    }),
    columns: branches.indices,
    rowCount: rows.length,
    columnCount: branches.categories.length,
    weights,
  });
  const declinedCount = declined.reduce((sum, one) => sum + one, 0);
  const withoutBranch = statistics.excluded - declinedCount;
  return crosstab({
    statistics,
    rows: {
      variable: 'archetype',
      label: 'Archetype',
      categories: rows.map((code) => ({ code, label: code })),
    },
    columns: {
      variable: 'branch',
      label: 'Branch',
      categories: branches.categories.map((code) => ({ code, label: names.get(code) ?? code })),
    },
    weighted: weights.some((weight) => weight !== 1),
    excluded: [
      { reason: DID_NOT_AGREE, count: declinedCount },
      { reason: 'Branch: blank', count: withoutBranch },
    ].filter(({ count }) => count > 0),
    notes: [
      `Archetypes follow Waymark's own scoring model, version ${codebook.model.version}.`,
      ...(codebook.attribution === undefined ? [] : [codebook.attribution]),
    ],
  });
}
