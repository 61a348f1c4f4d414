import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { ensureBuilt } from './support/build.mjs';
import { ensureChromium } from './support/chromium.mjs';
import { faultTable, replaceBetweenMarkers } from './support/fault-table.mjs';
import { ensureInstalled } from './support/install.mjs';
import { requireNode } from './support/node-version.mjs';
import { inRoot } from './support/root.mjs';
import { runNode } from './support/run.mjs';
import { giveUp, say, seconds } from './support/say.mjs';

/**
 * `npm run test:faults`: the whole fault suite, some 20 minutes on two cores. Every `e2e/**\/*.faults.ts` runs
 * and leaves its rows; this writes them into docs/reliability.md, between its markers. Arguments pick files
 * by name (`-- server`); then the rows of the other files stay as their last run on this machine left them.
 */
requireNode();
await ensureInstalled();
await ensureBuilt();
const chosen = process.argv.slice(2);
const folder = inRoot('.cache', 'faults');
if (chosen.length === 0) rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

const args = ['run', '--project', 'faults', '--reporter', 'verbose', ...chosen];
const chromium = await ensureChromium();
const env = chromium === null ? {} : { CHROMIUM_PATH: chromium };
const { code, ms } = await runNode('node_modules/vitest/vitest.mjs', args, { env });

/** @type {import('./support/fault-table.mjs').Row[]} */
const rows = readdirSync(folder)
  .sort()
  .flatMap((file) => JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')));
const document = inRoot('docs', 'reliability.md');
if (!existsSync(document)) giveUp('docs/reliability.md is not there.', 'The table goes between its markers.');
if (rows.length === 0) giveUp('No fault was tried.', 'See above.');
const took = `${chosen.length === 0 ? 'The whole suite' : `The last run (${chosen.join(', ')})`} took ${Math.ceil(ms / 60_000)} minutes.`;
const written = replaceBetweenMarkers(readFileSync(document, 'utf8'), `${took}\n\n${faultTable(rows)}`);
writeFileSync(document, await format(written, { ...(await resolveConfig(document)), filepath: document }));
say(`\n${faultTable(rows)}\n${seconds(ms)}; written to docs/reliability.md.`);
const bad = rows.filter(({ lost, twice, changed }) => lost + twice + changed > 0);
process.exitCode = code === 0 && bad.length === 0 ? 0 : 1;
