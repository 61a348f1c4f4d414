import { type Page } from 'playwright-core';
import { type Analyst } from './create-analyst.ts';
import { type Office } from './create-office.ts';
import { type Tablet } from './create-tablet.ts';
import { ENABLED_TRADER } from './respondents.ts';

/** Called at each stop, with the page as a person would see it there. */
export type Visit = (name: string, page: Page) => Promise<void>;

/** Every screen of the tablet, once, in the order of a working day. */
export async function tourTablet(tablet: Tablet, office: Office, visit: Visit): Promise<void> {
  const stop = async (name: string): Promise<void> => {
    await visit(`tablet-${name}`, tablet.page());
  };
  await tablet.open('/collect');
  await tablet.page().locator('input[name=code]').waitFor();
  await stop('1-enrol');
  await tablet.linkByPicture(await office.enrolCode());
  await stop('1-new-person');
  await tablet.unlock();
  await tablet.readyForTheField();
  await tablet.lock();
  await tablet.page().locator('summary').tap();
  await stop('1-unlock');
  await tablet.unlock();
  await tablet.page().locator('[data-work=open] .person-row').first().waitFor();
  await stop('2-home');
  await tablet.page().locator('a[href="/collect/pin"]').tap();
  await tablet.page().locator('input[name=pinNow]').waitFor();
  await stop('2-pin');
  await tablet.open('/collect');
  await tablet.page().locator('[data-work=open] .person-row').first().waitFor();
  await tablet.page().locator('[data-work=open] .person-row').first().tap();
  await tablet
    .page()
    .locator('label', { has: tablet.page().locator('input[value=call-back]') })
    .tap();
  await stop('2-person');
  await tablet.page().locator('a[href="/collect/begin"]').tap();
  await tablet.page().locator('form [type=submit]').waitFor();
  await stop('2-begin');
  await tablet.open('/collect');
  await tablet.page().locator('[data-work=backChecks] .person-row').first().tap();
  await tablet
    .page()
    .locator('label', { has: tablet.page().locator('input[value=not-found]') })
    .tap();
  await stop('2-back-check');
  await tablet.open('/collect/people');
  await tablet.page().locator('.person-row').first().waitFor();
  await tablet.page().locator('input[name=search]').fill('5');
  await stop('2-people');
  await tablet.open('/collect');
  await tablet.openStart();
  await stop('3-start');
  await tablet.open('/collect');
  await tablet.startInterview('old-town');
  await stop('4-consent');
  await tablet.page().locator('[data-tools]').tap();
  await tablet.page().locator('[data-view=tools]').waitFor();
  await stop('4-more');
  await tablet.page().locator('[data-tools]').tap();
  await tablet.answerThrough('phone_type', ENABLED_TRADER);
  await stop('5-interview');
  await tablet.nextPage();
  await tablet.tryNextPage();
  await stop('6-interview-problem');
  await tablet.answerTheRest(ENABLED_TRADER);
  await stop('7-review');
  await tablet.finish();
  await stop('8-result');
  await tablet.goHome();
  await tablet.allSent();
  await tablet.open('/collect/outbox');
  await tablet.page().locator('[data-state=receipted]').first().waitFor();
  await stop('9-outbox');
  await tablet.page().locator('a[href^="/collect/again/"]').first().tap();
  await tablet.page().locator('select[name=branch]').waitFor();
  await stop('9-again');
  await tablet.open('/collect/enrol');
  await tablet.page().locator('input[name=code]').waitFor();
  await stop('9-link-again');
}

/** Every page of the office, signed out and then signed in as someone who may see them all. */
export async function tourOffice(
  analyst: Analyst,
  signIn: { readonly email: string; readonly password: string },
  visit: Visit,
): Promise<void> {
  const { page } = analyst;
  const stop = async (name: string): Promise<void> => {
    await page.getByRole('status').filter({ hasText: '…' }).first().waitFor({ state: 'hidden' });
    await visit(`office-${name}`, page);
  };
  await analyst.open('/');
  await stop('1-landing');
  await analyst.open('/sign-in');
  await page.locator('input[name=email]').waitFor();
  await stop('2-sign-in');
  await analyst.signIn(signIn);
  await analyst.open('/segments');
  await page.locator('table.crosstab').waitFor({ timeout: 60_000 });
  await page.locator('figure svg').first().waitFor();
  await stop('3-segments');
  for (const shown of ['uncertain', 'standout']) {
    await analyst.open(`/segments?show=${shown}&columns=sector&minimumBase=100`);
    await page.locator(`table.crosstab .${shown}`).first().waitFor();
    await page.locator('figure svg').first().waitFor();
    await stop(`3-segments-${shown}`);
  }
  await page.locator('.method summary').click();
  await page.locator('.robustness button').click();
  await page.locator('table.sensitivity').waitFor({ timeout: 60_000 });
  await stop('3-segments-firm');
  await analyst.open('/tablets');
  await page.locator('main h1').waitFor();
  await stop('4-tablets');
  await page.locator('section[aria-labelledby=enrol-title] > .row button').click();
  await page.locator('svg.qr').waitFor();
  await stop('4-tablets-code');
  for (const [name, path] of [
    ['5-people', '/people'],
    ['6-audit', '/audit'],
    ['6-personal', '/personal'],
    ['7-account', '/account'],
    ['8-welcome', '/welcome'],
  ] as const) {
    await analyst.open(path);
    await page.locator('main h1').waitFor();
    await stop(name);
  }
  await analyst.open('/respondents');
  await page.locator('#list-title').waitFor({ timeout: 60_000 });
  await page.locator('#rates-title').waitFor({ timeout: 60_000 });
  await page.locator('tbody .check').first().click();
  await page.locator('details > summary').first().click();
  await stop('9-respondents');
  await analyst.open('/study');
  await page.locator('#version-title').waitFor({ timeout: 60_000 });
  await stop('9-study');
  await analyst.open('/study/new');
  await page.locator('input[name=title]').waitFor();
  await page.locator('textarea').fill('branch,name\nnorth,North');
  await page.locator('form [type=submit]').click();
  await page.getByRole('alert').waitFor();
  await stop('9-study-new');
  await analyst.open('/fieldwork');
  await page.locator('#quality-title').waitFor({ timeout: 60_000 });
  await stop('9-fieldwork');
  await analyst.open('/fieldwork/review?show=all&branch=old-town');
  await page.locator('a[href*="/fieldwork/review/"]').first().waitFor({ timeout: 60_000 });
  await stop('9-review');
  await page.locator('tr', { hasText: 'Rosa' }).locator('a[href*="/fieldwork/review/"]').first().click();
  await page.locator('section[aria-labelledby=photos-title] button').click();
  await page.locator('.review-photo').waitFor();
  await stop('9-review-one');
  await analyst.open('/fieldwork/held');
  await page.locator('[data-held]').first().waitFor();
  await stop('9-held');
  await page.locator('[data-held] a').nth(1).click();
  await page.locator('[data-version]').first().waitFor();
  await stop('9-held-one');
  await analyst.open('/fieldwork/back-checks');
  await page.locator('[data-task]').first().waitFor();
  await stop('9-back-checks');
  await page.locator('[data-task] a').first().click();
  await page.locator('#reach-title').waitFor();
  await stop('9-back-check');
  const nobody = '00000000-0000-4000-8000-000000000000';
  for (const [name, path] of [
    ['9-held-gone', `/fieldwork/held/${nobody}`],
    ['9-back-check-gone', `/fieldwork/back-checks/${nobody}`],
  ] as const) {
    await analyst.open(path);
    await page.locator('main h1').waitFor();
    await stop(name);
  }
}
