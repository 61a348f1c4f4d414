import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { ensureBuilt } from './support/build.mjs';
import { ensureInstalled } from './support/install.mjs';
import { requireNode } from './support/node-version.mjs';
import { inRoot, ROOT } from './support/root.mjs';
import { runNode } from './support/run.mjs';
import { giveUp, say, seconds } from './support/say.mjs';

/**
 * `npm run bench`: every `bench/*.bench.ts`, one after the other, each in a process of its own so
 * that none inherits another's memory. Prints one table with the targets and the machine.
 * `-- --only scoring` runs those whose file name holds the word; `-- --write` also writes docs/benchmarks.md.
 *
 * @typedef {{ name: string, value: number, unit: string, target: string, met: boolean, detail: string, comparedWith?: string }} Row
 */
requireNode();
const { values } = parseArgs({ options: { only: { type: 'string' }, write: { type: 'boolean' } } });
await ensureInstalled();
await ensureBuilt();

const names = readdirSync(inRoot('bench'))
  .filter((file) => file.endsWith('.bench.ts') && file.includes(values.only ?? ''))
  .map((file) => file.replace('.bench.ts', ''));
if (names.length === 0) giveUp('No benchmark of that name.', 'See bench/*.bench.ts.');

const bundles = inRoot('.cache', 'bench');
rmSync(bundles, { recursive: true, force: true });
await build({
  root: ROOT,
  configFile: false,
  logLevel: 'error',
  build: {
    ssr: true,
    outDir: bundles,
    emptyOutDir: true,
    target: 'node20',
    rollupOptions: {
      input: {
        ...Object.fromEntries(names.map((name) => [name, inRoot('bench', `${name}.bench.ts`)])),
        'kernel-worker': inRoot('server', 'parallel', 'kernel-worker.ts'),
      },
      // All in one folder, where the worker pool looks for its worker.
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
});

/** @type {Row[]} */
const rows = [];
let failed = 0;
for (const name of names) {
  const result = inRoot('.cache', 'bench', `${name}.result.json`);
  const { code, ms } = await runNode('tools/support/run-benchmark.mjs', [
    inRoot('.cache', 'bench', `${name}.js`),
    result,
  ]);
  say(`${code === 0 ? '✓' : '✗'} ${name} (${seconds(ms)})`);
  if (code === 0) rows.push(...JSON.parse(readFileSync(result, 'utf8')));
  else failed += 1;
}

const machine = `${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, Node ${process.version}, ${process.platform} ${process.arch}`;
console.log(`\n${machine}\n`);
console.table(
  rows.map(({ name, value, unit, target, met, comparedWith }) => ({
    what: name,
    measured: `${format(value)} ${unit}`,
    target,
    met: met ? 'yes' : 'NO',
    comparedWith: comparedWith ?? '',
  })),
);
for (const { name, detail } of rows) console.log(`${name}: ${detail}`);
if (values.write) {
  mkdirSync(inRoot('docs'), { recursive: true });
  writeFileSync(inRoot('docs', 'benchmarks.md'), markdown());
}
process.exitCode = failed > 0 ? 1 : 0;

/** @param {number} value */
function format(value) {
  return value >= 100 ? Math.round(value).toLocaleString('en-GB') : value.toPrecision(3);
}

function markdown() {
  const line = (/** @type {Row} */ { name, value, unit, target, met, detail, comparedWith }) =>
    `| ${[name, `${format(value)} ${unit}`, target, met ? 'yes' : 'no', detail, comparedWith ?? ''].join(' | ')} |`;
  return [
    '# Benchmarks',
    '',
    `Written by \`npm run bench -- --write\` on ${machine}. Run it to see yours.`,
    '',
    '| what | measured | target | met | how | compared with |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows.map(line),
    '',
  ].join('\n');
}
