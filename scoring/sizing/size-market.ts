import { effectiveBase } from '../statistics/effective-base.ts';
import type { SurveyDesign } from '../design/survey-design.ts';
import { countDomain } from '../design/count-domain.ts';
import { segmentLaws, type AdoptionAssumptions } from './adoption.ts';
import { adoptionLaw } from './adoption-law.ts';
import { adoptionText } from './adoption-text.ts';
import { branchShares, EXITS, type CellColumns } from './branch-shares.ts';
import { checkExtent } from './check-extent.ts';
import { checkFrame, type Frame } from './check-frame.ts';
import { rankBranches } from './rank-branches.ts';
import { samplingBlocks } from './sampling-blocks.ts';
import { NO_INTERVIEWS, samplingRefusal } from './sampling-refusal.ts';
import { sizedGroups } from './sized-groups.ts';
import { simulate, type Draws } from './simulate.ts';
import type { Sizing } from './sizing.ts';

export interface SizingInput {
  readonly design: SurveyDesign;
  readonly frame: Frame;
  /** Per row: branch as its place in the frame, segment as its place in `segments`; 0xffff is none. */
  readonly branch: Uint16Array;
  readonly segment: Uint16Array;
  readonly segments: readonly string[];
  /** Per row: `NOT_ELIGIBLE`, `NOT_REACHABLE` or `REACHABLE`; 255 where it is not known. */
  readonly exit: Uint8Array;
  /** Whether there is a condition at all: without one, everybody passes, and that is known. */
  readonly conditions: { readonly eligible: boolean; readonly reachable: boolean };
  readonly assumptions: AdoptionAssumptions | null;
  /** How many branches are "the first". */
  readonly top: number;
  readonly draws: number;
  readonly seed: number;
  /** Of intervals, 0–1. */
  readonly confidence: number;
}

const MOST_SHOWN = 12;

/**
 * Sizes a market: how many clients of the institution (of the frame, not of the sample) are in each
 * segment and branch, how many of them are eligible, can be reached and will likely take the product up,
 * and which branches come first.
 *
 * Numbers of clients per branch are known from the frame; shares within branches come from the sample
 * (post-stratification), with Taylor-linearised variances over the full design. Rows without branch,
 * segment or exit are in no share: they are taken to be like the others of their branch. Likely clients
 * come from a seeded simulation in which sampling errors and adoption vary together.
 *
 * Throws BAD_MARGINS (see `checkFrame`), INVALID_REQUEST (assumptions, `top`) and NOT_COMPUTABLE (nobody
 * to count, or too many cells).
 */
export function sizeMarket(input: SizingInput): Sizing {
  const { design, frame, segments, assumptions, draws, seed, confidence, conditions } = input;
  checkFrame(frame, []);
  const laws = assumptions === null ? null : segmentLaws(assumptions, segments, adoptionLaw);
  const shares = branchShares(input, frame.clients, segments.length);
  const places = [...frame.branches.keys()];
  const interviewed = places.filter((place) => shares.branchWeights[place]! > 0);
  checkExtent(
    input.top,
    interviewed.length,
    shares.occupied.reduce((sum, cells) => sum + cells.length, 0),
  );
  const counts = places.map((place) => countDomain(design, rowsOf(input, place)));
  const whyFixed = places.map(
    (place) => shares.totals.reason ?? samplingRefusal(shares, place, counts[place]!, design),
  );
  const isFixed = Uint8Array.from(whyFixed, (reason) => Number(reason !== null));
  const fixed = interviewed.filter((place) => isFixed[place] === 1);
  const allFixed = fixed.length === interviewed.length;
  const names = (list: readonly number[]): string => namesOf(list.map((place) => frame.branches[place]!));

  const tail = Number(((1 - confidence) / 2).toPrecision(12));
  const probabilities = [tail, 0.1, 0.25, 0.5, 0.75, 0.9, 1 - tail];
  const unfiltered = conditions.eligible ? 1 : conditions.reachable ? 2 : 3;
  const rankStage = laws === null ? 2 : 3;
  const rankValues = new Map<number, Float64Array>();
  const groupsOf = (at: readonly number[], drawn: Draws, degreesOfFreedom: number, reasons: GroupReasons) =>
    sizedGroups({
      shares,
      branches: at,
      segments,
      laws,
      drawn,
      probabilities,
      confidence,
      degreesOfFreedom,
      unfiltered,
      ...reasons,
    });
  const byBranch = new Map<number, Sizing['branches'][number]['groups']>();
  const isCounted = new Set(interviewed);
  const blocks = samplingBlocks(shares, isFixed);
  const overallDraws = simulate({ shares, blocks, adoption: laws, draws, seed }, (place, drawn) => {
    rankValues.set(place, drawn.at(segments.length, rankStage).slice());
    const { psus, strata } = counts[place]!;
    byBranch.set(place, groupsOf([place], drawn, psus - strata, { refusal: whyFixed[place]!, caveat: null }));
  });
  const caveat =
    fixed.length === 0
      ? null
      : `The sampling error of ${names(fixed)} cannot be computed and is left out, so this is too narrow.`;
  const overall = groupsOf(interviewed, overallDraws, shares.totals.degreesOfFreedom, {
    refusal: allFixed ? 'No branch has a sampling error that can be computed.' : shares.totals.reason,
    caveat: allFixed ? null : caveat,
  });
  const sum = (list: readonly number[]): number =>
    list.reduce((total, place) => total + frame.clients[place]!, 0);
  const without = places.filter((place) => !isCounted.has(place));
  return {
    base: baseOf(shares.totals),
    frame: {
      clients: sum(places),
      covered: sum(interviewed),
      branches: places.length,
      withoutInterviews: without.map((place) => ({
        branch: frame.branches[place]!,
        clients: frame.clients[place]!,
      })),
    },
    assumptions,
    simulation: {
      draws,
      seed,
      probabilities,
      sampling:
        'Shares of each branch: logistic-normal with the full design-based covariance, centred on the estimates.',
      adoption: laws === null ? null : adoptionText(assumptions!.distribution, laws),
    },
    overall,
    branches: places.map((place) => ({
      branch: frame.branches[place]!,
      clients: frame.clients[place]!,
      interviews: counts[place]!.respondents,
      ...(isCounted.has(place)
        ? whyFixed[place] !== null && { reason: whyFixed[place] }
        : { reason: NO_INTERVIEWS }),
      groups: byBranch.get(place) ?? [],
    })),
    ranking: rankBranches({
      branches: interviewed.map((place) => ({
        branch: frame.branches[place]!,
        values: rankValues.get(place)!,
        count: byBranch.get(place)![0]![rankStage === 3 ? 'likely' : 'reachable'].count!,
        reason: isFixed[place] === 1 ? 'Held at its estimate: its sampling error cannot be computed.' : null,
      })),
      by: rankStage === 3 ? 'likely' : 'reachable',
      top: input.top,
    }),
    degreesOfFreedom: shares.totals.degreesOfFreedom,
    notes: [
      ...design.notes,
      ...(without.length === 0
        ? []
        : [
            `No interviews in ${names(without)}: ${sum(without).toLocaleString('en')} of ${sum(places).toLocaleString('en')} clients are in no figure.`,
          ]),
      ...(caveat === null ? [] : [caveat]),
      ...(laws === null ? ['No adoption assumptions were given, so the funnel stops at reachable.'] : []),
    ],
  };
}

interface GroupReasons {
  readonly refusal: string | null;
  readonly caveat: string | null;
}

function rowsOf(
  { branch, segment, segments, exit }: CellColumns & Pick<SizingInput, 'segments'>,
  place: number,
): Uint8Array {
  const rows = new Uint8Array(branch.length);
  for (let row = 0; row < branch.length; row += 1)
    if (branch[row] === place && segment[row]! < segments.length && exit[row]! < EXITS) rows[row] = 1;
  return rows;
}

function baseOf({
  n,
  sumWeights,
  sumSquaredWeights,
}: {
  n: Float64Array;
  sumWeights: Float64Array;
  sumSquaredWeights: Float64Array;
}): Sizing['base'] {
  const add = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
  const weighted = add(sumWeights);
  return { unweighted: add(n), weighted, effective: effectiveBase(weighted, add(sumSquaredWeights)) };
}

const namesOf = (names: readonly string[]): string =>
  names.length <= MOST_SHOWN
    ? names.join(', ')
    : `${names.slice(0, MOST_SHOWN).join(', ')} and ${names.length - MOST_SHOWN} more`;
