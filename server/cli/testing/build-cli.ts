import { spawn } from 'node:child_process';
import { mkdtemp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { projectRoot } from '../../project-root.ts';

export interface CliRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliOptions {
  /** Largest file that may be written, in blocks of 512 bytes: writing past it fails as on a full disk. */
  readonly fileBlocks?: number;
  /** Folder in which it runs. */
  readonly cwd?: string;
  /** Presses Ctrl-C (SIGINT) once this is fulfilled. */
  readonly interruptAfter?: Promise<unknown>;
}

export interface BuiltCli {
  /** Where the bundle lies. */
  readonly folder: string;
  /** Runs the command as a person does: a process of its own. */
  run(args: readonly string[], options?: CliOptions): Promise<CliRun>;
  remove(): Promise<void>;
}

/** Bundles the command line from the sources as they are now, by the configuration that ships. */
export async function buildCli(): Promise<BuiltCli> {
  const root = projectRoot();
  const cache = join(root, 'node_modules', '.cache');
  await mkdir(cache, { recursive: true });
  const outDir = await mkdtemp(join(cache, 'waymark-cli-'));
  await build({
    configFile: join(root, 'server', 'vite.config.ts'),
    logLevel: 'error',
    build: { outDir, emptyOutDir: true, sourcemap: false },
  });
  return {
    folder: outDir,
    run: (args, options = {}) => run([process.execPath, join(outDir, 'waymark.js'), ...args], options),
    remove: () => rm(outDir, { recursive: true, force: true }),
  };
}

async function run(
  command: readonly string[],
  { fileBlocks, cwd, interruptAfter }: CliOptions,
): Promise<CliRun> {
  const limit = fileBlocks === undefined ? '' : `ulimit -f ${fileBlocks}; `;
  const child = spawn('/bin/sh', ['-c', `${limit}exec "$@"`, 'sh', ...command], {
    env: {},
    ...(cwd === undefined ? {} : { cwd }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  void interruptAfter?.then(() => child.kill('SIGINT'));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('close', (exit, signal) => {
      // As a shell reports it.
      resolve(signal === 'SIGINT' ? 130 : exit);
    });
  });
  return { code, stdout, stderr };
}
