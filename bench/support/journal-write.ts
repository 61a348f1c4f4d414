import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { median, quantile } from 'simple-statistics';
import { build } from 'vite';
import { projectRoot } from '../../server/project-root.ts';
import type { BenchResult } from './bench-result.ts';
import type { JournalTimes } from './journal-page.ts';

/**
 * What encryption adds to a journal write: the app's own journal, in a page of its origin whose CPU is slowed, with
 * the boxes of the vault and without, in turn.
 */
export async function measureJournalWrite(page: Page, slowdown: number): Promise<BenchResult> {
  const outDir = join(projectRoot(), '.cache', 'bench-page');
  await build({
    root: projectRoot(),
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      outDir,
      emptyOutDir: true,
      lib: {
        entry: join(projectRoot(), 'bench', 'support', 'journal-page.ts'),
        formats: ['es'],
        fileName: () => 'journal-page.js',
      },
    },
  });
  await page.addScriptTag({ path: join(outDir, 'journal-page.js'), type: 'module' });
  await page.waitForFunction(() => 'measureJournal' in window);
  const { boxed, plain } = await page.evaluate(() =>
    (window as unknown as { measureJournal: () => Promise<JournalTimes> }).measureJournal(),
  );
  const added = median(boxed.handedMs) - median(plain.handedMs);
  const ms = (times: readonly number[], share = 0.5) => quantile([...times], share).toFixed(1);
  return {
    ...{ name: 'tablet: what encryption adds to a journal write', value: added, unit: 'ms' },
    ...{ target: '≤ 5 ms', met: added <= 5 },
    detail: `Chromium, CPU slowed ${slowdown}×; ${boxed.handedMs.length} answers with AES-256-GCM and as many in the clear, by turns; until the entry is with the browser's storage ${ms(boxed.handedMs)} and ${ms(plain.handedMs)} ms at the median, ${ms(boxed.handedMs, 0.95)} and ${ms(plain.handedMs, 0.95)} ms at the 95th percentile; until it is on disk ${ms(boxed.doneMs)} and ${ms(plain.doneMs)} ms at the median`,
  };
}
