import { pathToFileURL } from 'node:url';
import { ensureBuilt } from './support/build.mjs';
import { ensureInstalled } from './support/install.mjs';
import { requireNode } from './support/node-version.mjs';
import { inRoot } from './support/root.mjs';

/** `npm start`: install and build what is missing, then serve. Arguments go to `waymark serve`. */
requireNode();
await ensureInstalled();
await ensureBuilt();

const program = inRoot('dist', 'server', 'waymark.js');
process.argv = [process.execPath, program, 'serve', ...process.argv.slice(2)];
await import(pathToFileURL(program).href);
