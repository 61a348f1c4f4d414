/** What a line of progress is written to: standard error, or a test. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

export interface Progress {
  /** How much of the work is done, 0–1. Cheap: call it as often as there is something to say. */
  report(share01: number): void;
  /** Takes the line away. Call it before anything else is written, also when the work fails. */
  done(): void;
}

/** Work that lasts less than this needs no line. */
const QUIET_MS = 1000;
const BETWEEN_LINES_MS = 200;
const CLEAR_LINE = '\r\u001B[K';

/**
 * One line on standard error that says how far long work is: `Clustering: 42 %`. It is silent where
 * standard error is not a terminal, and while the work lasts less than a second.
 *
 * @param what the work, as a person would say it, e.g. "Clustering"
 */
export function createProgress(
  what: string,
  stream: ProgressStream = process.stderr,
  nowMs: () => number = () => performance.now(),
): Progress {
  const began = nowMs();
  let written = Number.NEGATIVE_INFINITY;
  let line = '';
  return {
    report: (share01) => {
      if (stream.isTTY !== true) return;
      const now = nowMs();
      if (now - began < QUIET_MS || now - written < BETWEEN_LINES_MS) return;
      const percent = Math.floor(100 * Math.min(1, Math.max(0, share01)));
      const next = `${what}: ${percent} %`;
      written = now;
      if (next === line) return;
      line = next;
      stream.write(`${CLEAR_LINE}${line}`);
    },
    done: () => {
      if (line !== '') stream.write(CLEAR_LINE);
      line = '';
    },
  };
}
