#!/usr/bin/env node
import { pathToFileURL } from 'node:url';
import { ensureBuilt } from './support/build.mjs';
import { ensureInstalled } from './support/install.mjs';
import { requireNode } from './support/node-version.mjs';
import { inRoot } from './support/root.mjs';

/** The `waymark` command: the built program, built first where it is missing or older than its sources. */
requireNode();
await ensureInstalled();
await ensureBuilt();

const program = inRoot('dist', 'server', 'waymark.js');
process.argv[1] = program;
await import(pathToFileURL(program).href);
