import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createWaymark } from './compose.ts';
import { createIntake } from './intake.ts';
import { projectRoot } from './project-root.ts';
import { makeDelivery, makeInterview } from './testing/make-delivery.ts';
import { createEnrolCode } from './use-cases/create-enrol-code.ts';
import { enrolTablet } from './use-cases/enrol-tablet.ts';
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

it('takes deliveries in the built workers, each once, and goes on after either has died', async () => {
  const waymark = await createWaymark({ dataDir });
  const file = join(bundle, 'intake-worker.js');
  const intake = createIntake(waymark.accept, dataDir, pathToFileURL(file));
  const { context, store } = waymark;
  const { code } = await createEnrolCode(context, { studyId: 'demo', branches: null, scope: null });
  const { tabletId } = await enrolTablet(context, { code, deviceName: 'Test' });
  const tablet = await store.tablets.find(tabletId);
  if (!tablet) throw new Error('The tablet is gone.');
  const before = await store.submissions.mark('demo');
  const deliveries = Array.from({ length: 40 }, () => makeInterview()).map((interview) => ({
    id: interview.id,
    delivery: makeDelivery(interview),
  }));
  const takeAll = () => Promise.all(deliveries.map(({ id, delivery }) => intake.take(id, delivery, tablet)));

  const first = await takeAll();
  const again = await takeAll();
  expect(first.map(({ receipt }) => receipt.id)).toEqual(deliveries.map(({ id }) => id));
  expect(first.every(({ receipt, isFirst }) => isFirst && receipt.status === 'stored')).toBe(true);
  expect(again).toEqual(first.map(({ receipt }) => ({ receipt, isFirst: false })));
  expect((await store.submissions.mark('demo')).count).toBe(before.count + 40);
  const [one] = deliveries;
  if (!one) throw new Error('There is no delivery.');
  const damaged = { ...one.delivery, payload: `${one.delivery.payload} ` };
  await expect(intake.take(one.id, damaged, tablet)).rejects.toMatchObject({ code: 'HASH_MISMATCH' });
  await intake.close();

  for (const name of ['intake-worker.js', 'intake-writer.js']) {
    const whole = await readFile(join(bundle, name), 'utf8');
    await writeFile(join(bundle, name), `throw new Error('planted failure in ${name}');`);
    await expect(intake.take(one.id, one.delivery, tablet)).rejects.toThrow(`planted failure in ${name}`);
    await writeFile(join(bundle, name), whole);
    expect(await intake.take(one.id, one.delivery, tablet)).toEqual(again[0]);
    await intake.close();
  }
  await waymark.close();
});
