import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { inRoot, ROOT } from './root.mjs';
import { runNode } from './run.mjs';
import { giveUp, say, seconds } from './say.mjs';

const SHARED = ['contracts', 'instruments', 'scoring', 'package-lock.json', 'tsconfig.base.json'];

/** The two bundles: what each is made from, and the file that proves it is there. */
const BUNDLES = [
  { name: 'client', sources: ['client', ...SHARED], proof: 'dist/client/index.html' },
  { name: 'server', sources: ['server', 'fixtures', ...SHARED], proof: 'dist/server/waymark.js' },
];

/** Builds the bundles whose sources changed since they were last built; ends the process when that fails. */
export async function ensureBuilt() {
  const stale = BUNDLES.map((bundle) => ({ ...bundle, hash: hashOf(bundle.sources) })).filter(
    ({ name, proof, hash }) => !existsSync(inRoot(proof)) || stampOf(name) !== hash,
  );
  if (stale.length === 0) return;
  say(`Building ${stale.map(({ name }) => name).join(' and ')}: less than a minute.`);
  const began = performance.now();
  const built = await Promise.all(stale.map(build));
  const failed = built.filter(({ code, proof }) => code !== 0 || !existsSync(inRoot(proof)));
  for (const { output } of failed) say(output.trimEnd());
  if (failed.length > 0)
    giveUp(`Building failed: ${failed.map(({ name }) => name).join(', ')}.`, 'See above.');
  say(`Built (${seconds(performance.now() - began)}).`);
}

/** @param {{ name: string, proof: string, hash: string }} bundle */
async function build({ name, proof, hash }) {
  const vite = 'node_modules/vite/bin/vite.js';
  const config = join(name, 'vite.config.ts');
  const { code, output } = await runNode(vite, ['build', '--config', config], { quiet: true });
  if (code === 0) {
    mkdirSync(dirname(stampPath(name)), { recursive: true });
    writeFileSync(stampPath(name), hash);
  }
  return { name, proof, code, output };
}

/** @param {string} name */
const stampPath = (name) => inRoot('dist', `.built-${name}`);

/** @param {string} name */
const stampOf = (name) => (existsSync(stampPath(name)) ? readFileSync(stampPath(name), 'utf8') : null);

/**
 * SHA-256 over paths and contents, tests left out. Contents rather than times, so that switching
 * branches back and forth builds nothing.
 * @param {readonly string[]} sources
 */
function hashOf(sources) {
  const hash = createHash('sha256');
  for (const file of sources.flatMap((source) => filesUnder(source))) {
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(inRoot(file)))
      .update('\0');
  }
  return hash.digest('hex');
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function filesUnder(path) {
  if (!existsSync(inRoot(path))) return [];
  if (!statSync(inRoot(path)).isDirectory()) return [path];
  return readdirSync(inRoot(path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
    .sort();
}
