/** One measured figure. Each `bench/NAME.bench.ts` exports `run(): Promise<BenchResult[]>`. */
export interface BenchResult {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** As a person would say it, e.g. "≤ 5 s". */
  readonly target: string;
  readonly met: boolean;
  /** What was done, on what. */
  readonly detail: string;
  /** The same work done by something else, beside it. */
  readonly comparedWith?: string;
}
