import type { Robustness } from '../../contracts/api.ts';

/** One move of a threshold, in points, and the share (0–1, weighted) that changes archetype. */
export interface ThresholdStep {
  readonly movedBy: number;
  readonly share: number | null;
}

export interface ThresholdRow {
  readonly score: string;
  readonly threshold: number;
  readonly steps: readonly ThresholdStep[];
}

export interface SensitivityRows {
  readonly thresholds: readonly ThresholdRow[];
  /** Every step there is, from the lowest to the highest. */
  readonly steps: readonly number[];
  /** The largest share, for the scale of the picture. */
  readonly most01: number;
  /** The move that changes most; null where nothing changes. */
  readonly strongest: (ThresholdStep & Pick<ThresholdRow, 'score' | 'threshold'>) | null;
}

/** The sensitivity with a row per threshold, those that matter most first. */
export function sensitivityRows(rows: Robustness['sensitivity']): SensitivityRows {
  const byThreshold = new Map<string, ThresholdRow>();
  for (const { score, threshold, movedBy, share } of rows) {
    const key = `${score} ${String(threshold)}`;
    const steps = byThreshold.get(key)?.steps ?? [];
    byThreshold.set(key, { score, threshold, steps: [...steps, { movedBy, share }] });
  }
  const most = ({ steps }: ThresholdRow): number => Math.max(...steps.map(({ share }) => share ?? 0));
  const thresholds = [...byThreshold.values()].sort((one, other) => most(other) - most(one));
  const [first] = thresholds;
  const most01 = first === undefined ? 0 : most(first);
  const step = first?.steps.find(({ share }) => share === most01);
  return {
    thresholds,
    steps: [...new Set(rows.map(({ movedBy }) => movedBy))].sort((one, other) => one - other),
    most01,
    strongest:
      first === undefined || step === undefined || most01 === 0
        ? null
        : { ...step, score: first.score, threshold: first.threshold },
  };
}
