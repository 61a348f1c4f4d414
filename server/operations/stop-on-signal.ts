import type { Logger } from 'pino';

/** A terminal's Ctrl+C can reach us twice at once: from the terminal and passed on by npm. */
const ECHO_MS = 500;
/** Longer than requests in flight may take (see http/listen.ts), shorter than systemd waits before it kills. */
const LONGEST_MS = 20_000;

/**
 * Stops well on the first SIGINT or SIGTERM: `stop` is to take nothing new, finish what is in flight and close
 * the database. A second signal ends the process at once, and so does a stop that takes longer than 20 s (exit
 * code 1): what was acknowledged is on the disk either way.
 */
export function stopOnSignal(stop: () => Promise<void>, log: Logger): void {
  let first = 0;
  const end = (code: number, why: string): void => {
    log.warn(why);
    process.exit(code);
  };
  const onSignal = (signal: NodeJS.Signals): void => {
    if (first === 0) {
      first = performance.now();
      log.info({ signal }, 'stopping');
      setTimeout(() => end(1, 'stopping took too long'), LONGEST_MS).unref();
      stop().then(
        () => process.exit(0),
        (error: unknown) => {
          log.error({ err: error }, 'stopping failed');
          process.exit(1);
        },
      );
    } else if (performance.now() - first > ECHO_MS) end(130, 'stopped at once by a second signal');
  };
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal);
}
