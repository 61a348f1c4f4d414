import { adjustFamily } from './adjust-family.ts';
import { compareByDesign } from './compare-by-design.ts';
import { comparePlainly, type ArmFigures } from './compare-plainly.ts';
import type { Interval } from '../statistics/wilson-interval.ts';
import type { Comparison } from './comparison.ts';
import { countCells, type ExperimentCells } from './count-cells.ts';
import { designMeans, type DesignMeans } from './design-means.ts';
import type { ExperimentData } from './experiment-data.ts';
import { interactionByDesign } from './interaction-by-design.ts';
import { interactionOfMeans } from './interaction-of-means.ts';
import { interactionOfShares } from './interaction-of-shares.ts';
import { noInteraction, type Interaction } from './interaction.ts';
import { missingOutcomes, type MissingOutcomes } from './missing-outcomes.ts';
import { sampleRatio, type SampleRatio } from './sample-ratio.ts';

/** One arm. For the control the comparison is null throughout. */
export interface ArmResult extends Comparison {
  readonly arm: string;
  /** People with a known outcome, and without. */
  readonly n: number;
  readonly missing: number;
  /** Share with the outcome (0–1), or mean; weighted where there are weights. */
  readonly rate: number | null;
  readonly rateInterval: Interval | null;
  /** Adjusted over the arms of the same table. */
  readonly pHolm: number | null;
  readonly pBenjaminiHochberg: number | null;
}

export interface SegmentArm extends ArmResult {
  /** Adjusted over all arms of all segments. */
  readonly pHolmAllSegments: number | null;
  readonly pBenjaminiHochbergAllSegments: number | null;
}

export interface SegmentResult {
  readonly segment: string;
  readonly n: number;
  readonly arms: readonly SegmentArm[];
}

export interface ExperimentResult {
  readonly measure: 'share' | 'mean';
  readonly arms: readonly ArmResult[];
  readonly missingOutcomes: MissingOutcomes;
  readonly interaction: Interaction;
  readonly segments: readonly SegmentResult[];
}

/**
 * The arms of an experiment against the control, in all and per segment; whether the effect differs
 * between segments; and whether outcomes are missing evenly.
 *
 * Families for Holm and Benjamini–Hochberg: the arms of one outcome; per segment, the arms within it, and
 * beside that all arms of all segments. Several outcomes are not adjusted for each other.
 */
export function compareArms(data: ExperimentData): ExperimentResult {
  const { armNames, measure, design } = data;
  const whole = countCells(data, false);
  const [figures = []] = figuresOf(data, whole, design === null ? null : designMeans(data, design, false));
  const bySegment = data.segments === null ? null : countCells(data, true);
  const segmentMeans = design === null || bySegment === null ? null : designMeans(data, design, true);
  return {
    measure,
    arms: armsOf(data, whole, figures, 0),
    missingOutcomes: missingOutcomes(
      armNames.map((_, arm) => whole.n[arm]!),
      armNames.map((_, arm) => whole.missing[arm]!),
    ),
    interaction: bySegment === null ? NO_SEGMENTS : interactionOf(data, bySegment, segmentMeans),
    segments: bySegment === null ? [] : segmentResults(data, bySegment, segmentMeans),
  };
}

const NO_SEGMENTS = noInteraction('none', 'No segments were named.');

/** People per arm, all that were assigned, against the planned ratio. */
export function ratioOfArms(data: ExperimentData): SampleRatio {
  const { n, missing } = countCells({ ...data, design: null }, false);
  return sampleRatio(
    data.armNames.map((_, arm) => n[arm]! + missing[arm]!),
    data.planned,
  );
}

/** A table per segment: plainly, or over the design. */
function figuresOf(
  data: ExperimentData,
  cells: ExperimentCells,
  byDesign: DesignMeans | null,
): ArmFigures[][] {
  const { armNames, measure, confidence, design } = data;
  return Array.from({ length: cells.segmentCount }, (_, segment) =>
    design === null || byDesign === null
      ? comparePlainly(cells, segment, armNames.length, measure, confidence)
      : compareByDesign(data, design, byDesign, segment),
  );
}

const CONTROL: Comparison = {
  difference: null,
  standardError: null,
  interval: null,
  newcombeInterval: null,
  statistic: null,
  degreesOfFreedom: null,
  pValue: null,
  lift: null,
  liftInterval: null,
  reason: 'This is the control.',
};

function armsOf(
  { armNames }: ExperimentData,
  cells: ExperimentCells,
  found: readonly ArmFigures[],
  segment: number,
): ArmResult[] {
  const { holm, benjaminiHochberg } = adjustFamily(found.map(({ comparison }) => comparison?.pValue ?? null));
  return armNames.map((arm, place) => {
    const { rate, rateInterval, comparison } = found[place]!;
    const cell = place * cells.segmentCount + segment;
    return {
      arm,
      n: cells.n[cell]!,
      missing: cells.missing[cell]!,
      rate,
      rateInterval,
      ...(comparison ?? CONTROL),
      pHolm: holm[place]!,
      pBenjaminiHochberg: benjaminiHochberg[place]!,
    };
  });
}

function segmentResults(
  data: ExperimentData,
  cells: ExperimentCells,
  byDesign: DesignMeans | null,
): SegmentResult[] {
  const tables = figuresOf(data, cells, byDesign).map((figures, segment) =>
    armsOf(data, cells, figures, segment),
  );
  const family = adjustFamily(tables.flatMap((arms) => arms.map(({ pValue }) => pValue)));
  const width = data.armNames.length;
  return tables.map((arms, segment) => ({
    segment: data.segmentNames[segment]!,
    n: arms.reduce((sum, { n }) => sum + n, 0),
    arms: arms.map((arm, place) => ({
      ...arm,
      pHolmAllSegments: family.holm[segment * width + place]!,
      pBenjaminiHochbergAllSegments: family.benjaminiHochberg[segment * width + place]!,
    })),
  }));
}

function interactionOf(
  { armNames, segmentNames, measure, design }: ExperimentData,
  cells: ExperimentCells,
  byDesign: DesignMeans | null,
): Interaction {
  if (design !== null && byDesign !== null) return interactionByDesign(design, byDesign, armNames.length);
  return measure === 'share'
    ? interactionOfShares(cells, armNames, segmentNames)
    : interactionOfMeans(
        cells,
        cells.squares.reduce((sum, value) => sum + value, 0),
        armNames,
        segmentNames,
      );
}
