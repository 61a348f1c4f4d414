import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { healthSchema } from '../../contracts/api.ts';
import { inRoot } from '../../tools/support/root.mjs';
import { waitUntil } from './wait-until.ts';

/** The built server, as a real process. */
export interface RunningServer {
  /** Where it answers now; another port after each restart. */
  readonly url: () => string;
  /** All that it has printed. */
  readonly output: () => string;
  /** As a power cut: SIGKILL, no goodbye. */
  readonly kill: () => Promise<void>;
  readonly signal: (signal: NodeJS.Signals) => void;
  /** Waits until it has ended by itself; gives its exit code. */
  readonly ended: () => Promise<number | null>;
  /** SIGTERM, then wait until it has ended; gives its exit code. */
  readonly stop: () => Promise<number | null>;
  /** Starts it again on the same data. */
  readonly start: () => Promise<void>;
}

const PROGRAM = inRoot('dist', 'server', 'waymark.js');

/**
 * Starts `waymark serve` on any free port and waits until it answers.
 *
 * @param dataDir where it keeps its data
 * @param options further arguments of `serve`
 * @param limits `fileBlocks`: largest file it may write, in blocks of 512 bytes, to act as a full disk; `env`: added to
 *   its environment
 */
export async function startServer(
  dataDir: string,
  options: readonly string[] = [],
  limits: { readonly fileBlocks?: number; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<RunningServer> {
  let child: ChildProcess | null = null;
  let output = '';
  let address = '';

  const start = async (): Promise<void> => {
    const printedBefore = output.length;
    const args = [PROGRAM, 'serve', '--port', '0', '--data', dataDir, ...options];
    const limit = limits.fileBlocks === undefined ? '' : `ulimit -f ${limits.fileBlocks}; `;
    const started = spawn('/bin/sh', ['-c', `${limit}exec "$@"`, 'sh', process.execPath, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...limits.env },
    });
    child = started;
    for (const stream of [started.stdout, started.stderr]) {
      stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
    }
    await waitUntil(
      'the server answers',
      async () => {
        if (started.exitCode !== null) throw new Error(`The server ended at once:\n${output}`);
        const printed = /http:\/\/(?:127\.0\.0\.1|localhost):\d+/.exec(output.slice(printedBefore))?.[0];
        if (printed === undefined || !(await isHealthy(printed))) return false;
        address = printed;
        return true;
      },
      60_000,
    );
  };

  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    const ending = child;
    child = null;
    if (ending === null || ending.exitCode !== null || ending.signalCode !== null) return null;
    const ended = once(ending, 'exit');
    ending.kill(signal);
    const [code] = (await ended) as [number | null];
    return code;
  };

  // A test that ends in the middle must not leave a server behind.
  process.once('exit', () => child?.kill('SIGKILL'));
  await start();
  return {
    url: () => address,
    output: () => output,
    kill: async () => {
      await end('SIGKILL');
    },
    signal: (signal) => void child?.kill(signal),
    ended: async () => {
      const ending = child;
      if (ending === null || ending.signalCode !== null) return null;
      if (ending.exitCode === null) await once(ending, 'exit');
      return ending.exitCode;
    },
    stop: async () => await end('SIGTERM'),
    start,
  };
}

const isHealthy = async (url: string): Promise<boolean> =>
  await fetch(`${url}/api/health`).then(
    async (response) => healthSchema.safeParse(await response.json()).success,
    () => false,
  );
