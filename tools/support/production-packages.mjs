import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot, ROOT } from './root.mjs';

/**
 * @typedef {{ name: string, version: string, license: string, folder: string }} Package
 */

/**
 * Every package that the product needs to run, by following `dependencies` and required peers from
 * package.json through node_modules. (The lock file's own `dev` flag says less: an optional peer
 * such as a test runner counts as production there.)
 * @returns {Package[]} by name, then version; each once
 */
export function productionPackages() {
  const root = readPackage(ROOT);
  /** @type {Map<string, Package>} */
  const found = new Map();
  const queue = Object.keys(root.dependencies ?? {}).map((name) => ({ name, from: ROOT }));
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const folder = locate(next.name, next.from);
    if (folder === null) throw new Error(`${next.name}, needed by ${next.from}, is not installed.`);
    const { name, version, license, licenses, dependencies, peerDependencies, peerDependenciesMeta } =
      readPackage(folder);
    const key = `${name}@${version}`;
    if (found.has(key)) continue;
    found.set(key, { name, version, license: license ?? licenses?.[0]?.type ?? 'none given', folder });
    const peers = Object.keys(peerDependencies ?? {}).filter(
      (peer) => !peerDependenciesMeta?.[peer]?.optional,
    );
    const needed = [...Object.keys(dependencies ?? {}), ...peers];
    queue.push(...needed.map((dependency) => ({ name: dependency, from: folder })));
  }
  return [...found.values()].sort((a, b) => compare(a.name, b.name) || compare(a.version, b.version));
}

/** @param {string} a @param {string} b */
const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/** @param {string} folder */
const readPackage = (folder) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));

/**
 * As Node looks it up: in the folder's own node_modules, then in those above it.
 * @param {string} name
 * @param {string} from
 * @returns {string | null}
 */
function locate(name, from) {
  for (let folder = from; folder.startsWith(ROOT); folder = join(folder, '..')) {
    const candidate = join(folder, 'node_modules', name);
    if (existsSync(join(candidate, 'package.json'))) return candidate;
    if (folder === inRoot()) break;
  }
  return null;
}
