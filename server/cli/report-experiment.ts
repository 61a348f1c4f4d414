import { compareArms, ratioOfArms } from '../../scoring/experiments/compare-arms.ts';
import type { ExperimentData } from '../../scoring/experiments/experiment-data.ts';
import type { ExperimentFile } from './read-experiment.ts';

/** The JSON of `waymark experiment`: the first outcome at the top; with several, all of them in `outcomes`. */
export function reportExperiment(
  { experiments, excluded }: ExperimentFile,
  { arm, control }: { readonly arm: string; readonly control: string },
): unknown {
  const results = experiments.map(({ outcome, data }) => ({ outcome, ...compareArms(data) }));
  const [first] = experiments;
  if (first === undefined) throw new Error('An experiment needs an outcome.');
  const { data } = first;
  const ratio = ratioOfArms(data);
  return {
    arm,
    control,
    confidence: data.confidence,
    ...results[0],
    sampleRatio: {
      ...ratio,
      planned: data.armNames.map((name, place) => ({ arm: name, part: data.planned[place] })),
    },
    ...(results.length > 1 ? { outcomes: results } : {}),
    excluded,
    notes: notesOf(
      experiments.map((one) => one.data),
      ratio,
      results,
    ),
  };
}

function notesOf(
  all: readonly ExperimentData[],
  ratio: ReturnType<typeof ratioOfArms>,
  results: readonly {
    readonly outcome: string;
    readonly missingOutcomes: { readonly differs: boolean; readonly message: string };
  }[],
): string[] {
  const design = all[0]?.design ?? null;
  const measures = new Set(all.map(({ measure }) => measure));
  return [
    ...(ratio.alarm ? [ratio.message] : []),
    ...results.flatMap(({ outcome, missingOutcomes: { differs, message } }) =>
      differs ? [`${outcome}: ${message}`] : [],
    ),
    ...(design === null
      ? [
          ...(measures.has('share')
            ? [
                "Shares: two-sided pooled z test, without continuity correction; the interval is Wald's, with Newcombe's beside it.",
              ]
            : []),
          ...(measures.has('mean') ? ["Means: Welch's t test and interval."] : []),
        ]
      : [
          'Differences: linearised standard errors over the weights, strata and PSUs named, with t; n and missing are not weighted.',
          ...design.notes,
        ]),
    'pHolm and pBenjaminiHochberg are adjusted over the arms of one outcome; in segments, over the arms within the segment, and in …AllSegments over all arms of all segments.',
    ...(results.length > 1
      ? ['Outcomes are not adjusted for each other: decide before the start which one counts.']
      : []),
  ];
}
