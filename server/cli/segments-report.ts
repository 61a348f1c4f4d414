import type { Codebook } from '../../contracts/codebook.ts';
import { segmentsByBranch } from '../exports/segments-by-branch.ts';
import type { Segmentation } from '../../scoring/segment/segmentation.ts';
import { printTable } from './print-table.ts';
import type { ScoredFile } from './score-file.ts';

/** What `waymark score` prints: archetypes by branch with bases, and how far rules and clusters agree. */
export function segmentsReport(codebook: Codebook, { segmentation, declined }: ScoredFile): string {
  return `${printTable(segmentsByBranch(codebook, segmentation, declined))}\n\n${agreementText(segmentation)}\n`;
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
