import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { projectRoot } from '../../project-root.ts';

export interface BuiltWorker {
  /** For `createWorkerPool(threads, { worker: url })`. */
  readonly url: URL;
  remove(): Promise<void>;
}

/** Bundles the kernel worker from the sources as they are now, so that tests have real threads. */
export async function buildKernelWorker(): Promise<BuiltWorker> {
  const root = projectRoot();
  const cache = join(root, 'node_modules', '.cache');
  await mkdir(cache, { recursive: true });
  const outDir = await mkdtemp(join(cache, 'waymark-worker-'));
  await build({
    configFile: join(root, 'server', 'vite.config.ts'),
    logLevel: 'error',
    build: {
      outDir,
      emptyOutDir: true,
      sourcemap: false,
      rolldownOptions: { input: { 'kernel-worker': 'server/parallel/kernel-worker.ts' } },
    },
  });
  return {
    url: pathToFileURL(join(outDir, 'kernel-worker.js')),
    remove: () => rm(outDir, { recursive: true, force: true }),
  };
}
