import { ARCHETYPES } from '../../contracts/archetype.ts';
import type { Codebook } from '../../contracts/codebook.ts';
import { segmentsByBranch } from '../exports/segments-by-branch.ts';
import type { Segmentation } from '../../scoring/segment/segmentation.ts';
import type { SensitivityTable } from '../../scoring/segment/sensitivity-table.ts';
import { printTable } from './print-table.ts';
import type { ScoredFile } from './score-file.ts';

/** What `waymark score` prints: archetypes by branch with bases, how far rules and clusters agree, and the sensitivity where it was asked for. */
export function segmentsReport(codebook: Codebook, scored: ScoredFile): string {
  const { segmentation, declined, sensitivity } = scored;
  return [
    printTable(segmentsByBranch(codebook, segmentation, declined)),
    agreementText(segmentation),
    ...(sensitivity === null ? [] : [sensitivityText(sensitivity)]),
    '',
  ]
    .join('\n\n')
    .replace(/\n\n$/, '\n');
}

/** The same as data: proportions are 0–1. */
export function segmentsResult(codebook: Codebook, { segmentation, declined, sensitivity }: ScoredFile) {
  const { clusters, agreement, moved, size } = segmentation;
  const { disagreeing: _, ...counts } = agreement;
  return {
    respondents: size,
    byBranch: segmentsByBranch(codebook, segmentation, declined),
    clusters: {
      ...clusters,
      archetypeOfCluster: Array.from(clusters.archetypeOfCluster, (rank) => ARCHETYPES[rank] ?? null),
    },
    agreement: {
      ...counts,
      ...(agreement.compared === 0 && {
        reason: clusters.refusal ?? 'Nobody has both an archetype by the rules and a named cluster.',
      }),
    },
    moved: {
      borderline: moved.filter(({ kind }) => kind === 'borderline').length,
      undecided: moved.filter(({ kind }) => kind === 'undecided').length,
    },
    sensitivity,
  };
}

const percent = (share: number | null): string => (share === null ? '–' : `${(share * 100).toFixed(1)} %`);

function sensitivityText({ rows, base }: SensitivityTable): string {
  const lines = rows.map(({ score, threshold, movedTo, combined, rules }) => [
    `${score} ${threshold} → ${movedTo}`,
    percent(combined.weightedShare),
    percent(combined.share),
    percent(rules.weightedShare),
  ]);
  const table = [['Threshold', 'Segments', 'unweighted', 'Rules alone'], ...lines];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...table.map((line) => line[column]!.length)));
  const text = table.map((line) =>
    line
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!)))
      .join('  '),
  );
  return [
    `Who would change archetype if one threshold moved (of ${base.unweighted.toLocaleString('en')} respondents, weighted):`,
    ...text,
  ].join('\n');
}

function agreementText({ agreement, clusters, moved }: Segmentation): string {
  if (clusters.refusal !== null) return `Clusters are not named after archetypes: ${clusters.refusal}`;
  const { compared, agree01, kappa, weightedKappa, adjustedRandIndex } = agreement;
  const borderline = moved.filter(({ kind }) => kind === 'borderline').length;
  const undecided = moved.length - borderline;
  const share = agree01 === null ? '–' : `${(agree01 * 100).toFixed(1)} %`;
  return [
    `Rules and clusters agree on ${share} of ${compared.toLocaleString('en')} compared: kappa ${figure(kappa)},`,
    `weighted kappa ${figure(weightedKappa)}, adjusted Rand index ${figure(adjustedRandIndex)}.`,
    `Moved to their cluster's archetype, being close to a threshold: ${borderline.toLocaleString('en')};`,
    `placed there, the rules having left more than one open: ${undecided.toLocaleString('en')}.`,
  ].join('\n');
}

const figure = (value: number | null): string => value?.toFixed(2) ?? '–';
