import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/** Runs one bundled benchmark in this process and writes its results: `node run-benchmark.mjs BUNDLE RESULT`. */
const [bundle = '', result = ''] = process.argv.slice(2);
const { run } = await import(pathToFileURL(bundle).href);
writeFileSync(result, JSON.stringify(await run()));
process.exit(0);
