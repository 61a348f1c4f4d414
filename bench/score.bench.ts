import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median } from 'simple-statistics';
import { latestVersion, loadCodebook } from '../instruments/registry.ts';
import { projectRoot } from '../server/project-root.ts';
import type { BenchResult } from './support/bench-result.ts';
import { runProcess } from './support/run-process.ts';
import { writeRespondents } from './support/write-respondents.ts';

const RESPONDENTS = 100_000;
const RUNS = 3;
const NAME = 'msme-digital-maturity';

/** `waymark score` as a person runs it: a process of its own, from its start to its exit. */
export async function run(): Promise<BenchResult[]> {
  const folder = await mkdtemp(join(tmpdir(), 'waymark-bench-'));
  try {
    const input = join(folder, 'answers.csv');
    const codebook = await loadCodebook(NAME, latestVersion(NAME));
    await writeRespondents(input, codebook, RESPONDENTS, 1);
    const { size } = await stat(input);
    const program = join(projectRoot(), 'dist', 'server', 'waymark.js');
    const args = [program, 'score', '--instrument', NAME, '--input', input];
    const runs = [];
    for (let index = 0; index < RUNS; index += 1)
      runs.push(await runProcess([...args, '--output', join(folder, 'segments.csv')]));
    const seconds = median(runs.map((one) => one.seconds));
    const peakMiB = Math.max(...runs.map((one) => one.peakMiB));
    const detail = `${RESPONDENTS.toLocaleString('en')} synthetic respondents, ${(size / 1e6).toFixed(0)} MB: read CSV, score, rules, k-means with ${codebook.model.clusters.restarts} starts, combine, write CSV; the whole process, ${RUNS} runs`;
    return [
      {
        name: 'score a file, time',
        value: seconds,
        unit: 's',
        target: '≤ 5 s',
        met: seconds <= 5,
        detail: `${detail}, median`,
      },
      {
        name: 'score a file, peak memory',
        value: peakMiB,
        unit: 'MiB',
        target: '≤ 477 MiB (500 MB)',
        met: peakMiB <= 477,
        detail: `${detail}, largest`,
      },
    ];
  } finally {
    await rm(folder, { recursive: true });
  }
}
