import { resolve } from 'node:path';
import type { Codebook } from '../../contracts/codebook.ts';
import { WaymarkError } from '../../contracts/errors.ts';
import { compileEligibility } from '../../scoring/items/is-eligible.ts';
import { createExplainer } from '../../scoring/segment/create-explainer.ts';
import { createSegmenter } from '../../scoring/segment/create-segmenter.ts';
import type { Segmentation } from '../../scoring/segment/segmentation.ts';
import { segmentStability, type SegmentStability } from '../../scoring/segment/segment-stability.ts';
import type { SensitivityTable } from '../../scoring/segment/sensitivity-table.ts';
import { explanationsCsv } from '../exports/explanations-csv.ts';
import { segmentsCsv } from '../exports/segments-csv.ts';
import { writeAtomically } from '../exports/write-atomically.ts';
import { readRespondents } from '../imports/read-respondents.ts';
import { refuseOverwriting } from './refuse-overwriting.ts';

export interface ScoreFileRequest {
  readonly input: string;
  readonly output: string;
  /** Where to write why each respondent is where she is; absent: nowhere. */
  readonly explanations?: string;
  /** Whether to look for the clusters in bootstrap samples. */
  readonly stability?: boolean;
  /** Whether to try other thresholds. */
  readonly sensitivity?: boolean;
  /** The file the codebook came from, if it came from one. */
  readonly codebookFile?: string | undefined;
  readonly seed: number;
  readonly ignoreUnknownColumns?: boolean;
}

export interface ScoredFile {
  readonly segmentation: Segmentation;
  /** Per respondent, in input order: 1 where she did not agree to the interview, so that she is in no table. */
  readonly declined: Uint8Array;
  /** Null where they were not asked for. */
  readonly stability: SegmentStability | null;
  readonly sensitivity: SensitivityTable | null;
}

/**
 * Scores a file of respondents as it streams by and writes the segments, in input order. Throws
 * `WaymarkError` as `readRespondents` and `writeAtomically` do; then no output is there.
 */
export async function scoreFile(codebook: Codebook, request: ScoreFileRequest): Promise<ScoredFile> {
  const { input, output, explanations, codebookFile, seed, ignoreUnknownColumns = false } = request;
  await refuseOverwriting(output, [input, codebookFile]);
  if (explanations !== undefined) {
    await refuseOverwriting(explanations, [input, codebookFile, output]);
    refuseSameFile(explanations, output);
  }
  const explainer =
    explanations !== undefined || request.sensitivity === true
      ? createExplainer(codebook, { changes: explanations !== undefined })
      : null;
  const segmenter = createSegmenter(codebook, { seed, observe: explainer?.observe });
  const isEligible = compileEligibility(codebook);
  const declined: number[] = [];
  for await (const respondent of readRespondents(codebook, input, { ignoreUnknownColumns })) {
    segmenter.add(respondent);
    declined.push(isEligible(respondent.answers) ? 0 : 1);
  }
  const segmentation = segmenter.finish();
  const outside = Uint8Array.from(declined);
  await writeAtomically(output, segmentsCsv(segmentation, { declined: outside }));
  if (explainer !== null && explanations !== undefined)
    await writeAtomically(
      explanations,
      explanationsCsv(segmentation, explainer.explain(segmentation), { declined: outside }),
    );
  const sensitivity =
    explainer !== null && request.sensitivity === true ? explainer.sensitivity(segmentation, outside) : null;
  const stability =
    request.stability === true ? segmentStability(codebook.model, segmentation, { seed }) : null;
  return { segmentation, declined: outside, stability, sensitivity };
}

/** Neither is there yet, so that the file system cannot tell. */
function refuseSameFile(explanations: string, output: string): void {
  if (resolve(explanations) !== resolve(output)) return;
  throw new WaymarkError(
    'INVALID_REQUEST',
    `${explanations}: the explanations would replace the segments.`,
    'Name another file for --explanations.',
  );
}
