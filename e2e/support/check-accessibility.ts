import axe from 'axe-core';
import { type Page } from 'playwright-core';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

type WithAxe = typeof globalThis & { axe?: typeof axe };

/**
 * Runs axe-core in the page.
 *
 * @param part `colours`: only the rule of contrast, for a second look at a page of which nothing but the colours
 *   have changed
 * @returns one line for each element that breaks a rule of WCAG 2.2 A or AA, or a best practice
 */
export async function checkAccessibility(page: Page, part: 'all' | 'colours' = 'all'): Promise<string[]> {
  if (!(await page.evaluate(() => (globalThis as WithAxe).axe !== undefined)))
    await page.evaluate(axe.source);
  const runOnly: axe.RunOnly =
    part === 'all' ? { type: 'tag', values: RULES } : { type: 'rule', values: ['color-contrast'] };
  const { violations } = await page.evaluate(
    async (only) => await (globalThis as unknown as { axe: typeof axe }).axe.run(document, { runOnly: only }),
    runOnly,
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${help}\n  ${html}\n  ${failureSummary ?? ''}`),
  );
}
