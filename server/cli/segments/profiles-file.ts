import type { Codebook } from '../../../contracts/codebook.ts';
import { profileCategorical } from '../../../scoring/profiles/profile-categorical.ts';
import { profileNumeric } from '../../../scoring/profiles/profile-numeric.ts';
import { WaymarkError } from '../../../contracts/errors.ts';
import { readDescribed } from '../read-described.ts';
import { MOST_CATEGORIES } from './read-items.ts';

export interface ProfilesRequest {
  readonly input: string;
  readonly codebook: Codebook | null;
  readonly segment: string;
  readonly variables: readonly string[];
  readonly weight?: string;
}

interface Line {
  readonly variable: string;
  readonly type: 'numeric' | 'categorical';
  /** What the lines of a segment are sorted by: |Hedges' g| or |Cohen's h|. */
  readonly size: number;
  readonly [figure: string]: unknown;
}

interface Profiled {
  readonly overall: { readonly strength: number | null; readonly [figure: string]: unknown };
  readonly lines: readonly (readonly Line[])[];
  readonly segments: readonly { readonly code: string; readonly label: string }[];
  readonly left: number;
}

/** What sets each segment apart from all others, the largest differences first. */
export async function profilesOfFile(request: ProfilesRequest): Promise<object> {
  const profiled: Profiled[] = [];
  for (const variable of request.variables) profiled.push(await profileOf(request, variable));
  const [{ segments, left }] = profiled as [Profiled, ...Profiled[]];
  return {
    segment: request.segment,
    excluded: left === 0 ? [] : [{ reason: `no ${request.segment}, or no weight`, count: left }],
    variables: profiled
      .map(({ overall }) => overall)
      .toSorted((a, b) => rounded(b.strength ?? -1) - rounded(a.strength ?? -1))
      .map((overall) => without(overall, 'strength')),
    segments: segments.map(({ code, label }, place) => ({
      segment: code,
      label,
      profile: profiled
        .flatMap(({ lines }) => lines[place] ?? [])
        .toSorted((a, b) => rounded(b.size) - rounded(a.size))
        .map((line) => without(line, 'size')),
    })),
    notes: [
      'Each segment is compared with all others together.',
      "Numbers: Cohen's d with the pooled standard deviation, Hedges' g corrected for small samples, eta² over all segments. Answers: difference of shares, odds ratio, Cohen's h, Cramér's V over all segments.",
      'Variables are sorted by √eta² or Cramér’s V, the lines of a segment by |Hedges’ g| or |Cohen’s h|. About 0.2 is small, 0.5 medium, 0.8 large (Cohen 1988).',
      'Effect sizes describe; they are no tests.',
    ],
  };
}

/** Yes and no are equally far apart: the last digits, which the order of rows changes, must not sort them. */
const rounded = (size: number): number => Number(size.toPrecision(9));

const without = (record: Readonly<Record<string, unknown>>, key: string): Record<string, unknown> =>
  Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));

async function profileOf(request: ProfilesRequest, variable: string): Promise<Profiled> {
  const { segment, weight, input, codebook } = request;
  const { columns, isNumeric } = await readDescribed({
    input,
    variable,
    by: segment,
    codebook,
    confidence: 0.95,
    interval: 'logit',
    ...(weight === undefined ? {} : { weight }),
  });
  const { indices, axis } = columns.coded(segment);
  const segments = axis.categories;
  if (segments.length > MOST_CATEGORIES)
    throw new WaymarkError(
      'NOT_COMPUTABLE',
      `"${segment}" has ${segments.length} different values; segments are at most ${MOST_CATEGORIES}.`,
      'Name the column of the segment, such as archetype.',
    );
  const weights = columns.weights ?? new Float64Array(columns.size).fill(1);
  let left = 0;
  indices.forEach(
    (place, row) => (left += Number(place >= segments.length || !((weights[row] as number) > 0))),
  );
  if (isNumeric) {
    const profile = profileNumeric(columns.numeric(variable), indices, segments.length, weights);
    const { etaSquared, reason } = profile;
    return {
      segments,
      left,
      overall: {
        variable,
        type: 'numeric',
        etaSquared,
        ...(reason === undefined ? {} : { reason }),
        strength: etaSquared === null ? null : Math.sqrt(etaSquared),
      },
      lines: profile.segments.map((line) => [
        { variable, type: 'numeric', ...line, size: Math.abs(line.hedgesG ?? 0) },
      ]),
    };
  }
  const coded = columns.coded(variable);
  const profile = profileCategorical(
    coded.indices,
    coded.axis.categories.length,
    indices,
    segments.length,
    weights,
  );
  const { cramersV, cramersVBiasCorrected, reason } = profile;
  return {
    segments,
    left,
    overall: {
      variable,
      type: 'categorical',
      cramersV,
      cramersVBiasCorrected,
      ...(reason === undefined ? {} : { reason }),
      strength: cramersV,
    },
    lines: profile.segments.map((categories, place) =>
      categories === null
        ? [
            {
              variable,
              type: 'categorical',
              respondents: profile.respondents[place],
              share: null,
              reason: 'The segment, or the rest, has no answers.',
              size: 0,
            },
          ]
        : categories.map((line, code) => ({
            variable,
            type: 'categorical',
            category: coded.axis.categories[code]?.code,
            label: coded.axis.categories[code]?.label,
            respondents: profile.respondents[place],
            ...line,
            size: Math.abs(line.cohensH),
          })),
    ),
  };
}
