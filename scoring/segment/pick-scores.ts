import { WaymarkError } from '../../contracts/errors.ts';
import type { ScoringModel } from '../../contracts/model.ts';

/**
 * The scores that the clusters see, in the model's cluster order: row-major respondents × cluster scores.
 * Throws CODEBOOK_INVALID where the clusters name a score that the model does not list.
 *
 * @param scores row-major respondents × `model.scores`; NaN is absent.
 */
export function pickScores(model: ScoringModel, scores: Float64Array): Float64Array {
  const columns = model.clusters.scores.map((key) => model.scores.indexOf(key));
  const unknown = columns.indexOf(-1);
  if (unknown >= 0) {
    throw new WaymarkError(
      'CODEBOOK_INVALID',
      `The clusters use the score "${model.clusters.scores[unknown]!}", which the model does not list.`,
      'Name one of the scores of the model.',
    );
  }
  const width = model.scores.length;
  const size = scores.length / width;
  const picked = new Float64Array(size * columns.length);
  for (let index = 0; index < size; index += 1) {
    columns.forEach((column, place) => {
      picked[index * columns.length + place] = scores[index * width + column]!;
    });
  }
  return picked;
}
