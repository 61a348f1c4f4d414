import { chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { messagesEn as texts } from '../../client/collect/messages-en.ts';
import { messages } from '../../client/collect/messages.ts';
import { languages } from '../../client/i18n/language-names.ts';
import { CHROMIUM_FLAGS, findChromium } from '../../tools/support/chromium.mjs';
import { captivePortal, PORTALS } from '../faults/tablet/captive-portal.ts';
import { brokenUpdate } from '../faults/tablet/broken-update.ts';
import { BRANCH, createField, createPlace, type Field, type Place } from '../faults/tablet/create-field.ts';
import { DECLINED, finishDraft, finishOne } from '../faults/tablet/finish-one.ts';
import { fullQuota } from '../faults/tablet/full-quota.ts';
import { killAtFinish } from '../faults/tablet/kill-at-finish.ts';
import { killInInterview } from '../faults/tablet/kill-in-interview.ts';
import { killInSync } from '../faults/tablet/kill-in-sync.ts';
import { oldServer } from '../faults/tablet/old-server.ts';
import { poisonedOutbox } from '../faults/tablet/poisoned-outbox.ts';
import { tryOnTablet } from '../faults/tablet/try-on-tablet.ts';
import { twoTabs } from '../faults/tablet/two-tabs.ts';
import { wrongClocks } from '../faults/tablet/wrong-clocks.ts';
import { answerByKeyboard, pressUntil } from '../support/keyboard.ts';
import { ENABLED_TRADER } from '../support/respondents.ts';
import { PIN, unlock } from '../support/unlock.ts';

/**
 * The ten complaints of field workers about other tools, and the design that ends each: one test a complaint,
 * named after it, in a real browser against the real server. With more of each kind: `npm run test:faults`.
 */
const SEED = 20261122;
const NOTHING = { lost: 0, twice: 0, changed: 0 };
let place: Place;
let field: Field;

beforeAll(async () => {
  place = await createPlace();
  field = await createField(place, '7');
});
afterAll(async () => {
  await field.close();
  await place.close();
});

const losesNothing = async (name: string, scenario: Parameters<typeof tryOnTablet>[2]): Promise<void> => {
  expect(await tryOnTablet(field, name, scenario)).toMatchObject(NOTHING);
};

it('1 drafts do not vanish from the browser', async () => {
  // Whether the browser promised to keep the storage is on the first screen.
  await field.tablet.page().locator('.status-list li[data-ok]').nth(1).waitFor();
  await losesNothing('kills in an interview', (tablet) =>
    killInInterview(tablet, { everyAnswers: 24, whileTyping: 1, seed: SEED }),
  );
  await losesNothing('kills at the finish', (tablet) => killAtFinish(tablet, ['inside', 'after'], SEED));
  await losesNothing('full storage', fullQuota);
});

it('1 drafts do not vanish from the browser: without storage nothing can be recorded', async () => {
  const browser = await chromium.launch({ executablePath: findChromium() ?? '', args: CHROMIUM_FLAGS });
  try {
    const page = await browser.newPage();
    await page.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('No storage in a private window.', 'SecurityError');
      };
    });
    await page.goto(`${field.network.url}/collect`);
    await page.getByText(texts.noStorageTitle).waitFor();
    expect(await page.locator('input, button').count()).toBe(0);
  } finally {
    await browser.close();
  }
});

it('2 autosave never stops when it matters: text is saved as it is typed, also in a reopened draft', async () => {
  const { tablet } = field;
  await tablet.open('/collect');
  await tablet.startInterview(BRANCH);
  await tablet.answerThrough('respondent_name', { consent: 'yes' });
  const input = () => tablet.page().locator('[data-question="respondent_name"] input');
  for (const typed of ['Rosa', 'Rosa Quispe']) {
    await input().fill('');
    await input().pressSequentially(typed);
    // The page is gone at once, with the field still in focus: nothing waits for a blur or a timer.
    await tablet.page().goto('about:blank');
    await tablet.open('/collect');
    await tablet.goOn();
    expect(await input().inputValue()).toBe(typed);
  }
  await tablet.answerTheRest({ ...ENABLED_TRADER, respondent_name: 'Rosa Quispe' });
  await finishDraft(field, { ...ENABLED_TRADER, respondent_name: 'Rosa Quispe' });
});

it('3 the service worker neither corrupts nor strands work', async () => {
  const { tablet } = field;
  await tablet.open('/collect');
  const delivered = tablet.page().waitForResponse((response) => response.url().includes('/api/submissions/'));
  await finishOne(field);
  expect((await delivered).fromServiceWorker()).toBe(false);
  await losesNothing('a new version with a missing file', (one) => brokenUpdate(one, 1));
});

it('4 a poor network makes no duplicates, and neither do two tabs', async () => {
  await losesNothing('the answer is lost on the way', (tablet) => killInSync(tablet, ['answer'], SEED));
  await losesNothing('two tabs', twoTabs);
});

it('5 a success that is none deletes nothing', async () => {
  await losesNothing('a login page', (tablet) =>
    captivePortal(tablet, PORTALS['answers 200 with a login page']),
  );
});

it('6 one bad record holds up no other', async () => {
  await losesNothing('damaged records', poisonedOutbox);
});

it('7 a draft keeps the version of its instrument when the study moves on', async () => {
  const { tablet, network } = field;
  await tablet.open('/collect');
  await tablet.startInterview(BRANCH);
  const address = new URL(tablet.page().url()).pathname;
  const study = {
    id: 'demo',
    title: 'The study moved on',
    synthetic: true,
    instrument: { name: 'msme-digital-maturity', version: 'v9' },
    branches: [{ code: BRANCH, name: 'Old Town' }],
  };
  network.treat(({ path }) =>
    path === '/api/device/study'
      ? { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(study) }
      : null,
  );
  await tablet.open('/collect/outbox');
  await tablet.page().getByRole('button', { name: texts.outboxSendNow, exact: true }).tap();
  await tablet.open('/collect');
  await tablet.page().getByRole('heading', { name: study.title }).waitFor();
  await tablet.open(address);
  await tablet.page().locator('[data-question]').first().waitFor();
  await tablet.answerTheRest(DECLINED);
  await finishDraft(field, DECLINED);
  await losesNothing('the study moved on', async () => {
    // Counted by the test that finished it.
    await finishOneAfter();
    return { times: 1 };
  });

  async function finishOneAfter(): Promise<void> {
    network.treat(null);
    await tablet.sendNow();
    await tablet.allSent();
    await tablet.open('/collect');
    await tablet.page().getByRole('heading', { name: study.title }).waitFor({ state: 'detached' });
    await finishOne(field);
  }
});

it('8 a shared or replaced tablet loses nothing, and shows nobody another’s work', async () => {
  const { tablet } = field;
  field.given.clear();
  await tablet.open('/collect');
  await tablet.startInterview(BRANCH);
  await tablet.answer('consent', 'no');
  await tablet.saved();
  const address = new URL(tablet.page().url()).pathname;
  await tablet.open('/collect');
  await tablet.lock();
  await tablet.page().getByRole('button', { name: texts.unlockNew, exact: true }).tap();
  await tablet.page().locator('input[name=pinAgain]').waitFor();
  await unlock(tablet.page(), 'Second Person', '161803');
  await tablet.page().getByRole('link', { name: texts.homeStart, exact: true }).waitFor();
  expect(await tablet.page().getByRole('link', { name: texts.homeResume, exact: true }).count()).toBe(0);
  await tablet.lock();

  // The first person again; the tablet is linked anew, and her draft is still hers.
  await tablet.page().locator('input[name=person]').first().check({ force: true });
  await unlock(tablet.page());
  await tablet.page().goto(`${field.network.url}/collect/enrol`);
  await tablet
    .page()
    .locator('input[name=code]')
    .fill(await place.office.enrolCode());
  await tablet.page().locator('input[name=deviceName]').fill('Tablet 7, linked again');
  await tablet.page().getByRole('button', { name: texts.enrolButton, exact: true }).tap();
  await tablet.page().waitForURL((url) => url.pathname === '/collect');
  await unlock(tablet.page());
  await tablet.open(address);
  await tablet
    .page()
    .locator('[data-question="consent"] input[value=no]:checked')
    .waitFor({ state: 'attached' });
  await losesNothing('linked again', async () => {
    await tablet.answerTheRest(DECLINED);
    await finishDraft(field, DECLINED);
    return { times: 1 };
  });
});

it('9 a wrong clock neither orders nor loses anything', async () => {
  await losesNothing('a clock three days fast', (tablet) => wrongClocks(tablet, [3]));
});

it('10 supervisors are not blind: the board knows what waits on a tablet, and how it is', async () => {
  const { tablet, network } = field;
  await tablet.open('/collect');
  network.treat(({ method }) => (method === 'PUT' ? 'cut' : null));
  await finishOne(field);
  await tablet.open('/collect');
  await tablet.startInterview(BRANCH);
  await tablet.sendNow();
  await tablet.page().locator('[data-state=failed]').waitFor();
  await expect
    .poll(
      async () => (await place.office.board()).tablets.find(({ name }) => name.endsWith('again'))?.heartbeat,
      {
        timeout: 15_000,
      },
    )
    .toMatchObject({ queued: 1, drafts: 1, appVersion: expect.stringMatching(/^\d/) as string });
  const [told] = (await place.office.board()).tablets.filter(({ name }) => name.endsWith('again'));
  expect(told?.isQuiet).toBe(false);
  expect(told?.heartbeat?.oldestUnsentAt).toEqual(expect.any(String));
  expect(told?.heartbeat?.storageUsed).toBeGreaterThan(0);
  // The enumerator can read what went wrong.
  await tablet.page().locator('details summary', { hasText: texts.outboxLog }).tap();
  await tablet.page().getByText('offline:').first().waitFor();
  network.treat(null);
  await tablet.open('/collect');
  await tablet.goOn();
  await tablet.answerTheRest(DECLINED);
  await finishDraft(field, DECLINED);
});

it('and an older server holds nothing up', async () => {
  await losesNothing('an older server', oldServer);
});

it('and every language is there without a network', async () => {
  const { tablet, network } = field;
  await tablet.open('/collect');
  network.treat(() => 'cut');
  await tablet.kill();
  await tablet.reopen();
  for (const language of languages) {
    await tablet.page().locator('.language-choice select').selectOption(language);
    await tablet.page().getByRole('link', { name: messages[language].homeStart, exact: true }).waitFor();
  }
  await tablet.page().locator('.language-choice select').selectOption('en');
  await tablet.startInterview(BRANCH);
  const seen = new Set<string>();
  for (const language of languages) {
    await tablet.page().locator('.language-choice select').selectOption(language);
    await tablet.page().locator(`.interview[lang="${language}"]`).waitFor();
    seen.add(await tablet.page().locator('h1').innerText());
  }
  expect(seen.size).toBe(languages.length);
  await tablet.page().locator('.language-choice select').selectOption('en');
  await tablet.answerTheRest(DECLINED);
  await finishDraft(field, DECLINED);
  network.treat(null);
});

it('and the keyboard alone does an interview, from the lock to the result card', async () => {
  const { tablet } = field;
  await tablet.open('/collect');
  await tablet.lock();
  const page = tablet.page();
  await page.locator('body').evaluate(() => {
    (document.activeElement as HTMLElement | null)?.blur();
  });
  await pressUntil(page, 'Tab', 'input[name=pin]');
  await page.keyboard.type(PIN);
  await page.keyboard.press('Enter');
  await page.locator('.app-open').waitFor({ state: 'attached' });
  await pressUntil(page, 'Tab', 'a[href="/collect/start"]');
  await page.keyboard.press('Enter');
  await page.locator('select[name=branch]').waitFor();
  await pressUntil(page, 'Tab', 'select[name=branch]');
  await page.keyboard.type('Old');
  await pressUntil(page, 'Tab', 'button[type=submit]');
  await page.keyboard.press('Enter');
  await page.locator('[data-question]').first().waitFor();
  const id = tablet.openDraft();
  await answerByKeyboard(page, ENABLED_TRADER);
  await page.locator('.result-card').waitFor();
  field.given.set(id, ENABLED_TRADER);
  await losesNothing('the keyboard alone', async () => {
    field.given.set(id, ENABLED_TRADER);
    return { times: 1 };
  });
});
