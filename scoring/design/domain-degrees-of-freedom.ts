import { countDomain } from './count-domain.ts';
import type { SurveyDesign } from './survey-design.ts';

/**
 * Degrees of freedom of a domain: its PSUs minus its strata, counting rows with a weight. As R's
 * `degf(subset(design, …))`. 0 or less: no interval can be given.
 *
 * @param inDomain 1 for rows in the domain.
 */
export function domainDegreesOfFreedom(design: SurveyDesign, inDomain: Uint8Array): number {
  const { psus, strata } = countDomain(design, inDomain);
  return psus - strata;
}
