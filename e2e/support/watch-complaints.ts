import { type Page } from 'playwright-core';

/**
 * Everything that the pages in this tab complain of from now on: breaches of the content policy, errors
 * that nobody caught, errors in the console. Requests that were refused are left to the tests of what asks.
 */
export async function watchComplaints(page: Page): Promise<readonly string[]> {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
  page.on('console', (message) => {
    const isRequest = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !isRequest) complaints.push(`console: ${message.text()}`);
  });
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) => {
      console.error(`content policy: ${violatedDirective} forbids ${blockedURI} in ${sourceFile}`);
    });
  });
  return complaints;
}
