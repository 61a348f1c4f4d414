import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { inRoot } from './support/root.mjs';
import { runNode } from './support/run.mjs';
import { inParallel } from './support/in-parallel.mjs';

/**
 * Types, folder by folder: each folder's own tsconfig.json keeps out what it may not know (the DOM,
 * Node). The one at the root then checks everything with its tests.
 */
const PROJECTS = ['.', 'client', 'server', 'instruments', 'scoring', 'contracts'];

const missing = PROJECTS.filter((folder) => !existsSync(inRoot(folder, 'tsconfig.json')));
if (missing.length > 0) throw new Error(`No tsconfig.json in: ${missing.join(', ')}`);

const results = await inParallel(
  PROJECTS.map((folder) => async () => {
    const tsc = 'node_modules/typescript/bin/tsc';
    return { folder, ...(await runNode(tsc, ['-p', folder, '--pretty', 'false'], { quiet: true })) };
  }),
  Math.min(2, availableParallelism()),
);
for (const { folder, code, output } of results) {
  if (code !== 0) process.stdout.write(`tsc -p ${folder}\n${output}\n`);
}
process.exitCode = results.some(({ code }) => code !== 0) ? 1 : 0;
