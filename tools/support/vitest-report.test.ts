import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readVitestReport } from './vitest-report.mjs';

const folder = mkdtempSync(join(tmpdir(), 'waymark-report-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function report(testResults: object[]): string {
  const path = join(folder, 'report.json');
  writeFileSync(path, JSON.stringify({ testResults }));
  return path;
}
const test = (status: string) => ({ status, fullName: `a test that ${status}` });

it('counts what passed, failed and was skipped, and names the last two', () => {
  const path = report([
    {
      name: '/x/a.test.ts',
      status: 'failed',
      assertionResults: ['passed', 'passed', 'failed', 'pending'].map(test),
    },
  ]);
  const { passed, failed, skipped, failures } = readVitestReport(path, 1);
  expect({ passed, failed }).toEqual({ passed: 2, failed: 1 });
  expect(failures[0]).toContain('a test that failed');
  expect(skipped[0]).toContain('a test that pending');
});

it('counts a file that could not be loaded as a failure', () => {
  const path = report([
    { name: '/x/a.test.ts', status: 'passed', assertionResults: [test('passed')] },
    { name: '/x/b.test.ts', status: 'failed', assertionResults: [] },
  ]);
  expect(readVitestReport(path, 1)).toMatchObject({ passed: 1, failed: 1 });
});

it('never passes without tests, without a report, or after a bad end', () => {
  expect(readVitestReport(report([]), 0).failed).toBe(1);
  expect(readVitestReport(join(folder, 'absent.json'), 0).failed).toBe(1);
  const passing = report([{ name: '/x/a.test.ts', status: 'passed', assertionResults: [test('passed')] }]);
  expect(readVitestReport(passing, 1).failed).toBe(1);
  expect(readVitestReport(passing, 0).failed).toBe(0);
});
