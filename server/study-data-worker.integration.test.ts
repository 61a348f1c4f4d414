import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createWaymark } from './compose.ts';
import { projectRoot } from './project-root.ts';
import { buildStudyData } from './use-cases/build-study-data.ts';
import { segmentationText } from './use-cases/segmentation-text.ts';
import { sha256 } from './use-cases/sha256.ts';

const run = promisify(execFile);

/** Inside the checkout, so that the bundle finds the packages. */
let bundle: string;
let dataDir: string;

beforeAll(async () => {
  await mkdir(join(projectRoot(), 'dist'), { recursive: true });
  bundle = await mkdtemp(join(projectRoot(), 'dist', 'worker-test-'));
  dataDir = await mkdtemp(join(tmpdir(), 'waymark-worker-'));
  await build({
    configFile: join(projectRoot(), 'server', 'vite.config.ts'),
    build: { outDir: bundle },
    logLevel: 'silent',
  });
});
afterAll(async () => {
  await rm(bundle, { recursive: true, force: true });
  await rm(dataDir, { recursive: true, force: true });
});

it('segments a large study in the built worker, to the same bytes as here', async () => {
  const demo = () =>
    run(process.execPath, [join(bundle, 'waymark.js'), 'demo', '--count', '3001', '--data', dataDir]);
  await demo();

  const waymark = await createWaymark({ dataDir });
  const stored = await waymark.store.segmentations.latest('demo');
  const here = await buildStudyData(waymark.store, {
    studyId: 'demo',
    seed: stored?.seed ?? -1,
    upToSequence: stored?.lastSequence ?? -1,
  });
  await waymark.close();
  expect(here.segmentation.size).toBe(3001);
  expect(sha256(segmentationText(here))).toBe(stored?.resultHash);

  // With a worker that fails the same command must fail, or it never was in the worker.
  await writeFile(join(bundle, 'study-data-worker.js'), "throw new Error('planted failure');");
  await expect(demo()).rejects.toThrow(/planted failure/);
});
