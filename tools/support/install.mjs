import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { inRoot } from './root.mjs';
import { run } from './run.mjs';
import { giveUp, say, seconds } from './say.mjs';

/**
 * Makes node_modules what package-lock.json says. Where it already is, this takes some 30 ms:
 * the lock file is compared with the one npm leaves in node_modules, and the database engine is
 * opened once, which also notices that Node was changed since.
 */
export async function ensureInstalled() {
  const complete = matchesLockFile();
  if (complete && nativeAddonProblem() === null) return;
  const missing = await missingBuildTools();
  say(complete ? 'Rebuilding the database engine for this Node.' : 'Installing packages from the lock file.');
  say('Where no prebuilt database engine can be had it is compiled: 1 to 3 minutes.');
  if (missing.length > 0) say(`For compiling, this is not found here: ${missing.join(', ')}.`);
  const { code, output, ms } = await npm(complete ? ['rebuild', 'better-sqlite3'] : ['ci']);
  const problem = code === 0 ? nativeAddonProblem() : `npm ended with code ${String(code)}.`;
  if (problem !== null) {
    say(output.trimEnd());
    giveUp(`The packages could not be installed: ${problem}`, adviceFor(missing));
  }
  say(`Packages are installed (${seconds(ms)}).`);
}

/** Every package of the lock file lies in node_modules, in the version asked for. */
function matchesLockFile() {
  const wanted = packagesOf('package-lock.json');
  const present = packagesOf('node_modules', '.package-lock.json');
  if (wanted === null || present === null) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const found = present[path];
    return found === undefined ? entry.optional === true : found.version === entry.version;
  });
}

/**
 * @param {...string} path
 * @returns {Record<string, { version?: string, optional?: boolean }> | null} null where there is no readable file
 */
function packagesOf(...path) {
  try {
    return JSON.parse(readFileSync(inRoot(...path), 'utf8')).packages;
  } catch {
    return null;
  }
}

/** Null when SQLite opens under this Node, else why not. */
function nativeAddonProblem() {
  try {
    const Database = createRequire(inRoot('package.json'))('better-sqlite3');
    new Database(':memory:').close();
    return null;
  } catch (error) {
    return `the database engine better-sqlite3 does not open (${String(error).split('\n')[0]}).`;
  }
}

async function missingBuildTools() {
  const tools = ['python3', 'make', 'g++'];
  const found = await Promise.all(tools.map((tool) => run(tool, ['--version'], { quiet: true })));
  return tools.filter((_, index) => found[index]?.code !== 0);
}

/** @param {readonly string[]} args */
function npm(args) {
  const cli = process.env.npm_execpath;
  return cli?.endsWith('npm-cli.js')
    ? run(process.execPath, [cli, ...args], { quiet: true })
    : run('npm', args, { quiet: true });
}

/** @param {readonly string[]} missing */
function adviceFor(missing) {
  return missing.length > 0
    ? `Install ${missing.join(', ')} (Debian, Ubuntu: apt-get install python3 make g++) and run the command again.`
    : 'The lines above say why. Most often it is the network: mend it and run the command again.';
}
