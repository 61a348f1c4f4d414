import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { createOffice, findSignIn } from './support/create-office.ts';
import { createTablet } from './support/create-tablet.ts';
import { LAPTOP, launchBrowser } from './support/launch-browser.ts';
import { startServer, type RunningServer } from './support/start-server.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const OFFICE_PAGES = ['/', '/analyse', '/tablets', '/segments', '/crosstab'];

/** Collects what the browser refused on grounds of the content policy, on every page that is opened. */
async function listen(page: Page): Promise<string[]> {
  const violations: string[] = [];
  await page.exposeFunction('reportViolation', (text: string) => void violations.push(text));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const { reportViolation } = globalThis as unknown as { reportViolation: (text: string) => void };
      reportViolation(`${event.violatedDirective}: ${event.blockedURI} at ${location.pathname}`);
    });
  });
  return violations;
}

describe('the content policy', () => {
  const folder = temporaryFolder();
  let server: RunningServer;
  let signIn: { email: string; password: string };
  beforeAll(async () => {
    server = await startServer(folder.path('data'));
    signIn = findSignIn(server.output(), 'administrator@demo.example');
  });
  afterAll(async () => {
    await server.stop();
    folder.remove();
  });

  it('lets no script run that is not ours, and no frame around us', async () => {
    const { headers } = await fetch(server.url());
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain(`script-src 'self';`);
    expect(policy).toContain(`frame-ancestors 'none'`);
    expect(policy).not.toMatch(/script-src[^;]*unsafe|unsafe-eval/);
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('permissions-policy')).toMatch(
      /geolocation=\(self\), camera=\(self\), microphone=\(\)/,
    );
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('strict-transport-security')).toBeNull();
  });

  it('is broken by no page of the tablet', async () => {
    const office = await createOffice(server.url, signIn);
    const tablet = await createTablet(folder.path('tablet'), server.url());
    const violations = await listen(tablet.page());
    await tablet.enrol(await office.enrolCode());
    await tablet.startInterview('old-town');
    expect(await refusesInlineScript(tablet.page(), violations)).toBe(true);
    expect(violations.slice(1)).toEqual([]);
    await tablet.close();
  });

  it('is broken by no page of the office', async () => {
    const browser = await launchBrowser(folder.path('office'), LAPTOP);
    const { page } = browser;
    const violations = await listen(page);
    await page.goto(server.url());
    const answer = await page.request.post(`${server.url()}/api/auth/sign-in/email`, {
      data: signIn,
      headers: { origin: server.url() },
    });
    expect(answer.ok()).toBe(true);
    for (const path of OFFICE_PAGES) {
      await page.goto(`${server.url()}${path}`);
      await page.getByRole('main').waitFor();
      await page.waitForLoadState('networkidle');
    }
    expect(violations).toEqual([]);
    await browser.close();
  });
});

/** Proves that the listening works: a script within the page must be refused, and be heard of. */
async function refusesInlineScript(page: Page, violations: readonly string[]): Promise<boolean> {
  const before = violations.length;
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'globalThis.planted = true';
    document.body.append(script);
  });
  await page.waitForTimeout(200);
  const ran = await page.evaluate(() => 'planted' in globalThis);
  return !ran && violations.length === before + 1 && (violations.at(-1) ?? '').startsWith('script-src');
}
