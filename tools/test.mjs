import { mkdirSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { ensureBuilt } from './support/build.mjs';
import { ensureChromium } from './support/chromium.mjs';
import { inParallel } from './support/in-parallel.mjs';
import { ensureInstalled } from './support/install.mjs';
import { requireNode } from './support/node-version.mjs';
import { inRoot } from './support/root.mjs';
import { runNode } from './support/run.mjs';
import { giveUp, say, seconds } from './support/say.mjs';
import { summarise } from './support/test-summary.mjs';
import { CHECKS, STEP_NAMES, SUITES } from './support/test-steps.mjs';
import { readVitestReport } from './support/vitest-report.mjs';

/**
 * `npm test`: installs what is missing, runs every check and every test, and ends by saying what
 * ran. `-- --only lint,types` runs some of it; `-- --without browser` leaves some out.
 * Ends with code 1 when anything failed, and prints `N passed, N failed, N skipped` as its last line.
 */
requireNode();
const { values } = parseArgs({ options: { only: { type: 'string' }, without: { type: 'string' } } });
const chosen = stepsFrom(values.only) ?? STEP_NAMES;
const leftOut = stepsFrom(values.without) ?? [];
const wanted = (/** @type {{ name: string }} */ { name }) => chosen.includes(name) && !leftOut.includes(name);
const checks = CHECKS.filter(wanted);
const suites = SUITES.filter(wanted);

await ensureInstalled();
const chromium = suites.some(({ needsChromium }) => needsChromium) ? await ensureChromium() : null;

const began = performance.now();
const cores = Math.min(2, availableParallelism());
const results = [
  ...(await inParallel(
    checks.map((check) => () => runCheck(check)),
    cores,
  )),
];
if (suites.some(({ needsBuild }) => needsBuild)) await ensureBuilt();
for (const suite of suites) results.push(await runSuite(suite));

const left = STEP_NAMES.filter((name) => !results.some((result) => result.name === name));
process.exitCode = summarise(results, left, performance.now() - began) ? 0 : 1;

/** @param {import('./support/test-steps.mjs').Check} check */
async function runCheck({ name, title, script, args }) {
  const { code, output, ms } = await runNode(script, args, { quiet: true });
  const failed = code === 0 ? 0 : 1;
  say(`${failed ? '✗' : '✓'} ${title} (${seconds(ms)})`);
  if (failed) say(output.trimEnd());
  return { name, title, ms, passed: 1 - failed, failed, skipped: [], failures: failed ? [title] : [] };
}

/** @param {import('./support/test-steps.mjs').Suite} suite */
async function runSuite({ name, title, needsChromium }) {
  say(`\n${title}`);
  const report = inRoot('.cache', 'test', `${name}.json`);
  mkdirSync(inRoot('.cache', 'test'), { recursive: true });
  rmSync(report, { force: true });
  const reporter = needsChromium ? 'verbose' : 'dot';
  const args = [
    'run',
    '--project',
    name,
    '--reporter',
    reporter,
    '--reporter',
    'json',
    '--outputFile',
    report,
    // Left alone, Vitest keeps one core for itself. Browser tests go one by one.
    ...(needsChromium ? [] : ['--maxWorkers', String(cores)]),
  ];
  const env = needsChromium && chromium !== null ? { CHROMIUM_PATH: chromium } : {};
  const { code, ms } = await runNode('node_modules/vitest/vitest.mjs', args, { env });
  return { name, title, ms, ...readVitestReport(report, code) };
}

/**
 * @param {string | undefined} list comma-separated names of steps
 * @returns {string[] | undefined}
 */
function stepsFrom(list) {
  const names = list?.split(',').map((name) => name.trim());
  const unknown = names?.filter((name) => !STEP_NAMES.includes(name)) ?? [];
  if (unknown.length > 0) {
    giveUp(`No such step: ${unknown.join(', ')}.`, `There are: ${STEP_NAMES.join(', ')}.`);
  }
  return names;
}
