import type { DomainCounts } from '../design/count-domain.ts';
import type { SurveyDesign } from '../design/survey-design.ts';
import { clientTotal, EXITS, type BranchShares } from './branch-shares.ts';

export const NO_INTERVIEWS = 'No interviews.';
const NO_ERROR = 'its sampling error cannot be computed.';

/** Why the sampling error of a branch cannot be computed; null where it can. */
export function samplingRefusal(
  shares: BranchShares,
  place: number,
  { psus, respondents }: DomainCounts,
  design: SurveyDesign,
): string | null {
  if (respondents === 0) return NO_INTERVIEWS;
  if (psus < 2) return `One ${design.psu === null ? 'interview' : 'PSU'}: ${NO_ERROR}`;
  if (shares.occupied[place]!.length < 2) return `Everybody interviewed is alike: ${NO_ERROR}`;
  // Any sum in which each cell counts differently varies, unless nothing does.
  const { variance } = clientTotal(shares, [place], (segment, exit) => segment * EXITS + exit + Math.SQRT2);
  return variance > 0
    ? null
    : `The design leaves nothing to vary (strata with one PSU, or PSUs that are all in the sample): ${NO_ERROR}`;
}
