import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { cruise } from 'dependency-cruiser';
import { PLANTS } from './support/planted-violations.mjs';
import { inRoot, ROOT } from './support/root.mjs';

/**
 * Checks who imports whom (`.dependency-cruiser.cjs`). Then plants a violation of every rule in an
 * otherwise empty tree and asks that that rule reports it: a check that has gone blind fails.
 */
const FOLDERS = ['contracts', 'instruments', 'scoring', 'client', 'server', 'fixtures', 'e2e', 'bench'];
/** Fewer modules than this means that dependency-cruiser did not see the TypeScript. */
const FEWEST_MODULES = 300;

const config = createRequire(import.meta.url)(inRoot('.dependency-cruiser.cjs'));

/**
 * @param {string} baseDir
 * @param {string[]} folders
 */
async function check(baseDir, folders) {
  const options = { ...config.options, baseDir, ruleSet: { forbidden: config.forbidden }, validate: true };
  const { output } = await cruise(folders, options, config.options.enhancedResolveOptions);
  return /** @type {import('dependency-cruiser').ICruiseResult} */ (output);
}

const problems = [];

const { summary, modules } = await check(ROOT, FOLDERS);
for (const { rule, from, to } of summary.violations) problems.push(`${rule.name}: ${from} → ${to}`);
const own = modules.filter(({ source }) => /[.]tsx?$/.test(source) && !source.includes('node_modules'));
if (own.length < FEWEST_MODULES) {
  problems.push(
    `dependency-cruiser saw ${own.length} modules of ours; at least ${FEWEST_MODULES} were expected`,
  );
}

const rules = config.forbidden.map((/** @type {{ name: string }} */ { name }) => name);
for (const rule of rules)
  if (!(rule in PLANTS)) problems.push(`no violation is planted for the rule ${rule}`);
for (const [rule, files] of Object.entries(PLANTS)) problems.push(...(await plant(rule, files)));

/**
 * @param {string} rule
 * @param {Readonly<Record<string, string>>} files
 */
async function plant(rule, files) {
  const folder = inRoot('.cache', 'planted', rule.replaceAll(/[^a-z-]/g, ''));
  rmSync(folder, { recursive: true, force: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const tops = [...new Set(Object.keys(files).map((path) => path.split('/')[0] ?? path))];
  const found = (await check(folder, tops)).summary.violations.map((violation) => violation.rule.name);
  rmSync(folder, { recursive: true, force: true });
  return found.includes(rule) ? [] : [`a planted violation of ${rule} was not noticed`];
}

for (const problem of problems) console.log(problem);
console.log(
  `${own.length} modules, ${rules.length} rules, ${Object.keys(PLANTS).length} planted violations.`,
);
process.exitCode = problems.length === 0 ? 0 : 1;
