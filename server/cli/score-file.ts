import type { Codebook } from '../../contracts/codebook.ts';
import { compileEligibility } from '../../scoring/items/is-eligible.ts';
import { createSegmenter } from '../../scoring/segment/create-segmenter.ts';
import type { Segmentation } from '../../scoring/segment/segmentation.ts';
import { segmentsCsv } from '../exports/segments-csv.ts';
import { writeAtomically } from '../exports/write-atomically.ts';
import { readRespondents } from '../imports/read-respondents.ts';
import { refuseOverwriting } from './refuse-overwriting.ts';

export interface ScoreFileRequest {
  readonly input: string;
  readonly output: string;
  /** The file the codebook came from, if it came from one. */
  readonly codebookFile?: string | undefined;
  readonly seed: number;
  readonly ignoreUnknownColumns?: boolean;
}

export interface ScoredFile {
  readonly segmentation: Segmentation;
  /** Per respondent, in input order: 1 where she did not agree to the interview, so that she is in no table. */
  readonly declined: Uint8Array;
}

/**
 * Scores a file of respondents as it streams by and writes the segments, in input order. Throws
 * `WaymarkError` as `readRespondents` and `writeAtomically` do; then no output is there.
 */
export async function scoreFile(codebook: Codebook, request: ScoreFileRequest): Promise<ScoredFile> {
  const { input, output, codebookFile, seed, ignoreUnknownColumns = false } = request;
  await refuseOverwriting(output, [input, codebookFile]);
  const segmenter = createSegmenter(codebook, { seed });
  const isEligible = compileEligibility(codebook);
  const declined: number[] = [];
  for await (const respondent of readRespondents(codebook, input, { ignoreUnknownColumns })) {
    segmenter.add(respondent);
    declined.push(isEligible(respondent.answers) ? 0 : 1);
  }
  const segmentation = segmenter.finish();
  const outside = Uint8Array.from(declined);
  await writeAtomically(output, segmentsCsv(segmentation, { declined: outside }));
  return { segmentation, declined: outside };
}
