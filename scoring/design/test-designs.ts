import reference from '../reference/design.json' with { type: 'json' };
import { createDesign } from './create-design.ts';
import type { LonelyPsu, SurveyDesign } from './survey-design.ts';

/** What R's survey says of one design; see `reference/design.R`. */
export interface Expected {
  readonly degreesOfFreedom: number;
  readonly y: {
    readonly n: number;
    readonly mean: number;
    readonly se: number;
    readonly deff: number | null;
    readonly deffReplace: number;
    readonly df: number;
    readonly ci: readonly number[];
    readonly total: number;
    readonly totalSe: number;
    readonly totalNormal: readonly number[];
    readonly totalT: readonly number[];
    /** Of 0.1, 0.25, 0.5, 0.75 and 0.9: quantile, lower, upper, SE. */
    readonly quantiles: readonly (readonly (number | null)[])[];
  };
  readonly a: {
    readonly n: number;
    readonly df: number;
    readonly share: readonly number[];
    readonly se: readonly number[];
    readonly deff: readonly (number | null)[];
    readonly logit: readonly (readonly number[])[];
    readonly beta: readonly (readonly number[])[];
    readonly total: readonly number[];
    readonly totalSe: readonly number[];
    readonly totalCovariance: readonly number[];
  };
  readonly chi: { readonly f: number; readonly df1: number; readonly df2: number; readonly p: number };
}

export interface ReferenceCase {
  readonly name: string;
  readonly design: SurveyDesign;
  readonly inDomain: Uint8Array;
  readonly a: readonly (number | null)[];
  readonly b: readonly (number | null)[];
  /** NaN where missing. */
  readonly y: Float64Array;
  readonly expected: Expected;
}

type Uses = 'stratum' | 'psu' | 'fpc' | 'people' | 'share' | 'weight';

interface RawCase {
  readonly uses: Uses | readonly Uses[];
  readonly lonely?: LonelyPsu;
  readonly region?: string;
  readonly is: Expected;
}

/** The synthetic survey of the reference, under each of its designs. */
export function referenceCases(): readonly ReferenceCase[] {
  return Object.entries(reference.cases as unknown as Record<string, RawCase>).map(([name, raw]) => ({
    name,
    ...referenceDesign([raw.uses].flat(), raw.lonely, raw.region),
    expected: raw.is,
  }));
}

/** A design over the reference's data, using some of its columns; `lonely` drops all but one PSU of two strata. */
export function referenceDesign(uses: readonly Uses[], lonely?: LonelyPsu, region?: string) {
  const { data } = reference;
  const kept: Record<string, number> = reference.lonelyStrata;
  const isIn = data.psu.map((psu, row) => {
    const only = lonely === undefined ? undefined : kept[String(data.stratum[row])];
    return only === undefined || only === psu;
  });
  const keep = <T>(column: readonly T[]): T[] => column.filter((_, row) => isIn[row]);
  const columns = {
    ...(uses.includes('weight') && { weights: Float64Array.from(keep(data.weight)) }),
    ...(uses.includes('stratum') && { strata: Uint32Array.from(keep(data.stratum)) }),
    ...(uses.includes('psu') && { psu: Uint32Array.from(keep(data.psu)) }),
  };
  const fpc = uses.find((name) => name === 'fpc' || name === 'people' || name === 'share');
  const regions = keep(data.region);
  return {
    design: createDesign({
      size: regions.length,
      ...columns,
      ...(fpc !== undefined && { fpc: Float64Array.from(keep(data[fpc])) }),
      ...(lonely !== undefined && { lonelyPsu: lonely }),
    }),
    inDomain: Uint8Array.from(regions, (one) => Number(region === undefined || one === region)),
    a: keep(data.a),
    b: keep(data.b),
    y: Float64Array.from(keep(data.y), (value) => value ?? Number.NaN),
  };
}

/** The largest difference of two lists, relative to the second; infinite where their lengths differ. */
export function relativeError(found: ArrayLike<number>, expected: ArrayLike<number>): number {
  if (found.length !== expected.length) return Infinity;
  const errors = Array.from(found, (value, at) => {
    const wanted = expected[at]!;
    return value === wanted ? 0 : Math.abs(value - wanted) / Math.max(Math.abs(wanted), 1e-300);
  });
  return errors.some(Number.isNaN) ? Infinity : Math.max(0, ...errors);
}
