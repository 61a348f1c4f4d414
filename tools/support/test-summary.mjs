import { seconds } from './say.mjs';

/**
 * @typedef {{ name: string, title: string, ms: number, passed: number, failed: number, skipped: string[], failures: string[] }} Result
 */

/**
 * Prints what ran, what failed, what was skipped and what was left out; the last line alone gives the totals.
 * @param {readonly Result[]} results
 * @param {readonly string[]} leftOut names of steps that were not asked for
 * @param {number} ms of the whole run
 * @returns {boolean} true when nothing failed and something ran
 */
export function summarise(results, leftOut, ms) {
  const print = (/** @type {string} */ line = '') => process.stdout.write(`${line}\n`);
  const width = Math.max(...results.map(({ title }) => title.length), 4);
  print();
  print(`${'Step'.padEnd(width)}  Result  ${'Time'.padStart(8)}  Passed  Failed  Skipped`);
  for (const { title, ms: time, passed, failed, skipped } of results) {
    const counts = [passed, failed, skipped.length].map((count) => String(count).padStart(6));
    const result = failed === 0 ? 'ok    ' : 'FAILED';
    print(`${title.padEnd(width)}  ${result}  ${seconds(time).padStart(8)}  ${counts.join('  ')}`);
  }
  print(`${'All'.padEnd(width)}          ${seconds(ms).padStart(8)}`);
  list(
    'Failed',
    results.flatMap(({ failures }) => failures),
    print,
  );
  list(
    'Skipped',
    results.flatMap(({ skipped }) => skipped),
    print,
  );
  list('Not asked for', leftOut, print);
  const total = (/** @type {'passed' | 'failed'} */ key) => results.reduce((sum, each) => sum + each[key], 0);
  const skipped = results.reduce((sum, each) => sum + each.skipped.length, 0);
  print();
  print(`${total('passed')} passed, ${total('failed')} failed, ${skipped} skipped`);
  return total('failed') === 0 && total('passed') > 0;
}

/**
 * @param {string} heading
 * @param {readonly string[]} lines
 * @param {(line?: string) => void} print
 */
function list(heading, lines, print) {
  if (lines.length === 0) return;
  print();
  print(`${heading}:`);
  for (const line of lines) print(`  ${line}`);
}
