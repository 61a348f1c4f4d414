import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { ROOT } from './root.mjs';

/**
 * Counts of one vitest run, from its JSON report.
 *
 * A file that could not be loaded has no tests in the report: it counts as one failure. A run that
 * ended badly without any failed test (or without a report) does too, so that nothing passes by
 * not running.
 * @param {string} path of the JSON report
 * @param {number} exitCode of vitest
 * @returns {{ passed: number, failed: number, skipped: string[], failures: string[] }}
 */
export function readVitestReport(path, exitCode) {
  if (!existsSync(path)) return { passed: 0, failed: 1, skipped: [], failures: ['no report was written'] };
  /** @type {{ testResults: { name: string, status: string, assertionResults: { status: string, fullName: string }[] }[] }} */
  const report = JSON.parse(readFileSync(path, 'utf8'));
  let passed = 0;
  /** @type {string[]} */
  const skipped = [];
  /** @type {string[]} */
  const failures = [];
  for (const file of report.testResults) {
    const where = relative(ROOT, file.name);
    if (file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed')) {
      failures.push(`${where} (could not be run)`);
    }
    for (const { status, fullName } of file.assertionResults) {
      if (status === 'passed') passed += 1;
      else if (status === 'failed') failures.push(`${where}: ${fullName}`);
      else skipped.push(`${where}: ${fullName}`);
    }
  }
  if (exitCode !== 0 && failures.length === 0) failures.push(`vitest ended with code ${String(exitCode)}`);
  if (passed + failures.length + skipped.length === 0) failures.push('there were no tests');
  return { passed, failed: failures.length, skipped, failures };
}
