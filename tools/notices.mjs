import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { productionPackages } from './support/production-packages.mjs';
import { inRoot } from './support/root.mjs';

/**
 * Writes THIRD-PARTY-NOTICES.md from the packages that the product needs to run; with `--check`
 * only says whether it is current. Fails on a licence that is not on the list, and on the parts of
 * SurveyJS that are not free, wherever in the lock file they stand.
 */
const ALLOWED = new Set([
  'MIT',
  'ISC',
  'Apache-2.0',
  'Apache-2.0 AND BSL-1.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BSL-1.0',
  'OFL-1.1',
  'Unlicense',
  '0BSD',
  'CC0-1.0',
  'BlueOak-1.0.0',
  'MIT-0',
  '(MIT OR WTFPL)',
  '(BSD-2-Clause OR MIT OR Apache-2.0)',
]);
/** Used while developing only: nothing of it is delivered. */
const ALLOWED_FOR_DEVELOPMENT = new Set([
  'MPL-2.0',
  'CC-BY-4.0',
  'Python-2.0',
  '(MIT AND Zlib)',
  '(MIT OR CC0-1.0)',
]);
const NEVER = /(^|\/)survey-(creator|analytics|pdf)/;
const LICENSE_FILE = /^licen[cs]e(\.|-|$)/i;
/** A claim with a year or a name, not the word in a licence’s prose or a template. */
const COPYRIGHT = /^\W*(copyright\s+(\(c\)|©|\d{4}|the\s)|©|\(c\)\s+\d{4})(?!.*\[yyyy\])/i;
const FILE = 'THIRD-PARTY-NOTICES.md';

const packages = productionPackages();
const problems = [
  ...packages
    .filter(({ license }) => !ALLOWED.has(license))
    .map(({ name, version, license }) => `${name} ${version}: the licence "${license}" is not on the list`),
  ...lockFileProblems(),
];
const text = notices();
if (process.argv.includes('--check')) {
  if (readFileSync(inRoot(FILE), 'utf8') !== text) {
    problems.push(`${FILE} is not current: run node tools/notices.mjs and commit it`);
  }
} else {
  writeFileSync(inRoot(FILE), text);
}
for (const problem of problems) console.log(problem);
console.log(`${packages.length} packages are delivered or needed to run.`);
process.exitCode = problems.length === 0 ? 0 : 1;

function lockFileProblems() {
  /** @type {Record<string, { license?: string }>} */
  const locked = JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8')).packages;
  return Object.entries(locked).flatMap(([path, { license }]) => {
    if (path === '') return [];
    if (NEVER.test(path)) return [`${path}: not free software, never a dependency`];
    const known = license === undefined || ALLOWED.has(license) || ALLOWED_FOR_DEVELOPMENT.has(license);
    return known ? [] : [`${path}: the licence "${license}" is not on the list`];
  });
}

function notices() {
  const licenses = [...new Set(packages.map(({ license }) => license))].sort();
  const sections = licenses.map((license) => {
    const group = packages.filter((each) => each.license === license);
    const text = group.map(({ folder }) => licenseText(folder)).find((each) => each !== null);
    return [
      `## ${license}`,
      '',
      ...group.map(
        ({ name, version, folder }) => `- ${[`${name} ${version}`, ...copyrights(folder)].join(' · ')}`,
      ),
      '',
      ...(text === undefined || license === 'Apache-2.0' ? [] : ['```text', text, '```', '']),
    ].join('\n');
  });
  return [
    '# Third-party notices',
    '',
    'Waymark is delivered with, or needs to run, the packages below, each under its own licence. Made by',
    '`node tools/notices.mjs` from what is installed; `npm test` checks that it is current. The text of',
    'Apache-2.0 is in [LICENSE](LICENSE).',
    '',
    ...sections,
    ...extraNotices(),
  ].join('\n');
}

/** The NOTICE files of packages under Apache-2.0, each text once. */
function extraNotices() {
  const texts = new Set(
    packages.map(({ folder }) => readFrom(folder, /^notice(\.|$)/i)).filter((text) => text),
  );
  return texts.size === 0
    ? []
    : ['## Notices', '', ...[...texts].flatMap((text) => ['```text', text, '```', ''])];
}

/**
 * The licence without its copyright lines, which stand beside each package.
 * @param {string} folder
 */
function licenseText(folder) {
  const lines = readFrom(folder, LICENSE_FILE)?.split('\n');
  if (lines === undefined) return null;
  return lines
    .filter((line) => !COPYRIGHT.test(line))
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}

/** @param {string} folder */
function copyrights(folder) {
  const lines = (readFrom(folder, LICENSE_FILE) ?? '').split('\n').filter((line) => COPYRIGHT.test(line));
  return [...new Set(lines.map((line) => line.trim().replaceAll(/\s+/g, ' ')))];
}

/**
 * @param {string} folder
 * @param {RegExp} pattern
 */
function readFrom(folder, pattern) {
  const file = readdirSync(folder)
    .sort()
    .find((name) => pattern.test(name));
  return file === undefined
    ? undefined
    : readFileSync(join(folder, file), 'utf8').replaceAll('\r', '').trim();
}
