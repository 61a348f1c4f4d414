import { runnerImport } from 'vite';
import { ensureBuilt } from './support/build.mjs';
import { ensureChromium } from './support/chromium.mjs';
import { inRoot } from './support/root.mjs';
import { say } from './support/say.mjs';

/** Pictures of every page, both themes, for people to look at: `node tools/screenshots.mjs [FOLDER]`. */
await ensureBuilt();
process.env.CHROMIUM_PATH = await ensureChromium();
const folder = process.argv[2] ?? inRoot('.cache', 'screenshots');
const { module } = await runnerImport(inRoot('e2e', 'support', 'take-screenshots.ts'), {
  configFile: false,
  root: inRoot(),
  logLevel: 'error',
});
const pictures = await module.takeScreenshots(folder);
say(`${pictures.length} pictures are in ${folder}.`);
process.exit(0);
