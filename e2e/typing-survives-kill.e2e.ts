import { afterAll, beforeAll, expect, it } from 'vitest';
import { messagesEn as texts } from '../client/collect/messages-en.ts';
import { createOffice, findSignIn } from './support/create-office.ts';
import { createTablet, type Tablet } from './support/create-tablet.ts';
import { ENABLED_TRADER } from './support/respondents.ts';
import { type RunningServer, startServer } from './support/start-server.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const folder = temporaryFolder();
let server: RunningServer;
let tablet: Tablet;

beforeAll(async () => {
  server = await startServer(folder.path('data'));
  tablet = await createTablet(folder.path('tablet'), server.url());
  const office = await createOffice(server.url, findSignIn(server.output(), 'administrator@demo.example'));
  await tablet.enrol(await office.enrolCode());
  await tablet.readyForTheField();
  await tablet.startInterview('old-town');
});

afterAll(async () => {
  await tablet.close();
  await server.stop();
  folder.remove();
});

it('keeps what was typed when the tablet dies while the field still has the focus', async () => {
  await tablet.answerThrough('respondent_name', { consent: 'yes' });
  await tablet.answer('respondent_name', 'Rosa Quispe');
  expect(await tablet.page().evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
  await tablet.saved();
  await tablet.kill();

  await tablet.reopen();
  await tablet.goOn();
  expect(await tablet.shown()).toContainEqual({ name: 'respondent_name', answer: ['Rosa Quispe'] });
});

it('keeps a wrong number as it was typed, says so, and goes on only once it is mended', async () => {
  const field = () => tablet.page().locator('[data-question="age"] input');
  const goOn = () => tablet.page().getByRole('button', { name: texts.next, exact: true }).tap();
  for (const typed of ['340', '34 years']) {
    await field().fill('');
    await tablet.answer('age', typed);
    await tablet.saved();
    await tablet.kill();
    await tablet.reopen();
    await tablet.goOn();
    expect(await tablet.shown()).toContainEqual({ name: 'age', answer: [typed] });
    await goOn();
    await tablet.page().getByText(texts.errorNumber(15, 99)).waitFor();
    expect(await field().inputValue()).toBe(typed);
  }
  await field().fill('३४');
  await tablet.page().getByText(texts.errorNumber(15, 99)).waitFor({ state: 'detached' });
});

it('keeps every answer that the tablet called saved, wherever it is killed', async () => {
  for (const [name, code] of [
    ['sex', 'female'],
    ['education', 'secondary'],
  ] as const) {
    await tablet.answer(name, code);
    await tablet.saved();
    await tablet.kill();
    await tablet.reopen();
    await tablet.goOn();
    expect(await tablet.shown()).toContainEqual({ name, answer: [code] });
  }
  await tablet.answerThrough('channel_apply', ENABLED_TRADER);
  await tablet.kill();
  await tablet.reopen();
  await tablet.goOn();
  expect((await tablet.shown()).map(({ name }) => name)).toContain('channel_apply');
});
