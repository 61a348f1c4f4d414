import { waldTest } from '../change/wald-test.ts';
import { domainDegreesOfFreedom } from '../design/domain-degrees-of-freedom.ts';
import type { SurveyDesign } from '../design/survey-design.ts';
import type { DesignMeans } from './design-means.ts';
import { noInteraction, type Interaction } from './interaction.ts';

const METHOD =
  'adjusted Wald F over the design, that each arm differs from the control by as much in every segment (treatment-by-segment interaction on the difference)';

/**
 * Does an arm's difference from the control depend on the segment? Wald test of
 * (arm − control in a segment) − (arm − control in the first segment), all at once. Segments that lack an
 * arm are left out.
 */
export function interactionByDesign(
  design: SurveyDesign,
  { means, covariance, inDomain, segmentCount, reason }: DesignMeans,
  armCount: number,
): Interaction {
  if (reason !== undefined) return noInteraction(METHOD, reason);
  const whole = [...new Array<number>(segmentCount).keys()].filter((segment) =>
    means.every((mean, cell) => cell % segmentCount !== segment || mean !== null),
  );
  const [first, ...others] = whole;
  if (first === undefined || others.length === 0 || armCount < 2)
    return noInteraction(METHOD, 'Fewer than two arms and two segments with all arms remain to compare.');
  const contrasts: { readonly plus: readonly number[]; readonly minus: readonly number[] }[] = [];
  for (let arm = 1; arm < armCount; arm += 1)
    for (const segment of others)
      contrasts.push({
        plus: [arm * segmentCount + segment, first],
        minus: [segment, arm * segmentCount + first],
      });
  const size = means.length;
  const value = (cells: readonly number[]): number => cells.reduce((sum, cell) => sum + means[cell]!, 0);
  const between = (one: readonly number[], other: readonly number[]): number =>
    one.reduce((sum, a) => sum + other.reduce((inner, b) => inner + covariance[a * size + b]!, 0), 0);
  const ofContrasts = Float64Array.from(
    contrasts.flatMap((one) =>
      contrasts.map(
        (other) =>
          between(one.plus, other.plus) +
          between(one.minus, other.minus) -
          between(one.plus, other.minus) -
          between(one.minus, other.plus),
      ),
    ),
  );
  const test = waldTest(
    contrasts.map(({ plus, minus }) => value(plus) - value(minus)),
    ofContrasts,
    domainDegreesOfFreedom(design, inDomain),
  );
  const left = segmentCount - whole.length;
  const reasons = [
    ...(test.reason === undefined ? [] : [test.reason]),
    ...(left === 0 ? [] : [`${left} segments without all arms are left out.`]),
  ];
  return {
    statistic: test.statistic,
    degreesOfFreedom: test.numeratorDegreesOfFreedom,
    denominatorDegreesOfFreedom: test.denominatorDegreesOfFreedom,
    pValue: test.pValue,
    method: METHOD,
    ...(reasons.length === 0 ? {} : { reason: reasons.join(' ') }),
  };
}
