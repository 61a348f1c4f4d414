import { ARCHETYPES } from '../../contracts/archetype.ts';
import type { Codebook } from '../../contracts/codebook.ts';
import { segmentsByBranch } from '../exports/segments-by-branch.ts';
import type { Segmentation } from '../../scoring/segment/segmentation.ts';
import type { SegmentStability } from '../../scoring/segment/segment-stability.ts';
import type { SensitivityTable } from '../../scoring/segment/sensitivity-table.ts';
import { printTable } from './print-table.ts';
import type { ScoredFile } from './score-file.ts';

/** What `waymark score` prints: archetypes by branch with bases, how far rules and clusters agree, and the sensitivity where it was asked for. */
export function segmentsReport(codebook: Codebook, scored: ScoredFile): string {
  const { segmentation, declined, stability, sensitivity } = scored;
  return [
    printTable(segmentsByBranch(codebook, segmentation, declined)),
    agreementText(segmentation),
    ...(stability === null ? [] : [stabilityText(stability)]),
    ...(sensitivity === null ? [] : [sensitivityText(sensitivity)]),
    '',
  ]
    .join('\n\n')
    .replace(/\n\n$/, '\n');
}

/** The same as data: proportions are 0–1. */
export function segmentsResult(codebook: Codebook, scored: ScoredFile) {
  const { segmentation, declined, stability, sensitivity } = scored;
  const { clusters, agreement, moved, size } = segmentation;
  const { compared, agree01, kappa, weightedKappa, adjustedRandIndex } = agreement;
  return {
    respondents: size,
    byBranch: segmentsByBranch(codebook, segmentation, declined),
    clusters: {
      ...clusters,
      archetypeOfCluster: Array.from(clusters.archetypeOfCluster, (rank) => ARCHETYPES[rank] ?? null),
    },
    agreement: {
      compared,
      agree01,
      kappa,
      weightedKappa,
      adjustedRandIndex,
      disagreements: agreement.disagreements,
      confusion: agreement.confusion,
      weightedConfusion: agreement.weightedConfusion,
      ...(compared === 0 && {
        reason: clusters.refusal ?? 'Nobody has both an archetype by the rules and a named cluster.',
      }),
    },
    moved: {
      borderline: moved.filter(({ kind }) => kind === 'borderline').length,
      undecided: moved.filter(({ kind }) => kind === 'undecided').length,
    },
    stability:
      stability === null
        ? null
        : {
            ...stability,
            clusters: stability.clusters.map((one) => ({
              ...one,
              archetype: ARCHETYPES[one.archetype] ?? null,
            })),
          },
    sensitivity,
  };
}

const percent = (share: number | null): string => (share === null ? '–' : `${(share * 100).toFixed(1)} %`);

function stabilityText({ clusters, draws, reason }: SegmentStability): string {
  if (clusters.length === 0) return `Stability cannot be computed: ${reason ?? 'there are no clusters'}`;
  const each = clusters.map(
    ({ archetype, jaccard, word }, label) =>
      `${ARCHETYPES[archetype] ?? `cluster ${label + 1}`} ${figure(jaccard)} (${word ?? 'not met again'})`,
  );
  return `Found again in ${draws} bootstrap samples, Jaccard similarity: ${each.join(', ')}.`;
}

function sensitivityText({ rows, base }: SensitivityTable): string {
  const table: readonly (readonly [string, string, string, string])[] = [
    ['Threshold', 'Segments', 'unweighted', 'Rules alone'],
    ...rows.map(
      ({ score, threshold, movedTo, combined, rules }) =>
        [
          `${score} ${threshold} → ${movedTo}`,
          percent(combined.weightedShare),
          percent(combined.share),
          percent(rules.weightedShare),
        ] as const,
    ),
  ];
  const width = Math.max(...table.map(([threshold]) => threshold.length));
  return [
    `Who would change archetype if one threshold moved (of ${base.unweighted.toLocaleString('en')} respondents, weighted):`,
    ...table.map(([threshold, ...shares]) =>
      [threshold.padEnd(width), ...shares.map((share) => share.padStart(11))].join('  '),
    ),
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
