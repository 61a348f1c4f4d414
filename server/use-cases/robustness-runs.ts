/** What is being computed, by key. Two who ask at once share one computation. */
export interface RobustnessRuns {
  /** Starts the work unless it is running. */
  start(key: string, work: (report: (progress01: number) => void) => Promise<void>): void;
  /** How far it is (0–1); null where it is not running. Throws, once, what it failed with. */
  progress(key: string): number | null;
  /** Resolves once nothing is running. */
  idle(): Promise<void>;
}

type Run =
  | { readonly state: 'running'; readonly progress01: number; readonly ended: Promise<void> }
  | { readonly state: 'failed'; readonly error: unknown };

export function createRobustnessRuns(): RobustnessRuns {
  const runs = new Map<string, Run>();
  return {
    start(key, work) {
      if (runs.get(key)?.state === 'running') return;
      const report = (progress01: number): void => {
        const run = runs.get(key);
        if (run?.state === 'running') runs.set(key, { ...run, progress01 });
      };
      const ended = Promise.resolve()
        .then(() => work(report))
        .then(
          () => void runs.delete(key),
          (error: unknown) => void runs.set(key, { state: 'failed', error }),
        );
      runs.set(key, { state: 'running', progress01: 0, ended });
    },
    progress(key) {
      const run = runs.get(key);
      if (run === undefined) return null;
      if (run.state === 'running') return run.progress01;
      runs.delete(key);
      throw run.error;
    },
    async idle() {
      await Promise.all([...runs.values()].flatMap((run) => (run.state === 'running' ? [run.ended] : [])));
    },
  };
}
