import { ARCHETYPES, NOT_CLASSIFIED } from '../../contracts/archetype.ts';
import type { Codebook } from '../../contracts/codebook.ts';
import { localize } from '../../contracts/language.ts';
import type { Crosstab } from '../../contracts/table.ts';
import { crosstab } from '../../scoring/tabulate/crosstab.ts';
import { encode } from '../../scoring/tabulate/encode.ts';
import { tabulate } from '../../scoring/tabulate/tabulate.ts';
import type { Segmentation } from '../../scoring/segment/segmentation.ts';

/**
 * The first table anyone looks at: archetype (rows) by branch (columns), weighted. Who could not be
 * classified is a row of its own, so that the columns add up to everyone; who has no branch is left
 * out and counted.
 */
export function segmentsByBranch(codebook: Codebook, segmentation: Segmentation): Crosstab {
  const rows = [...ARCHETYPES, NOT_CLASSIFIED];
  const names = new Map(codebook.branches?.map(({ code, label }) => [code, localize(label, 'en')]));
  const branches = encode(
    segmentation.branches,
    codebook.branches?.map(({ code }) => code),
  );
  const weights = segmentation.weights;
  const statistics = tabulate({
    rows: Uint16Array.from(segmentation.archetype, (rank) => (rank < 0 ? ARCHETYPES.length : rank)),
    columns: branches.indices,
    rowCount: rows.length,
    columnCount: branches.categories.length,
    weights,
  });
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
    excluded: statistics.excluded > 0 ? [{ reason: 'Branch: blank', count: statistics.excluded }] : [],
    notes: [
      `Archetypes follow Waymark's own scoring model, version ${codebook.model.version}.`,
      ...(codebook.attribution === undefined ? [] : [codebook.attribution]),
    ],
  });
}
