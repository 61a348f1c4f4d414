import { afterAll, beforeAll, expect, it } from 'vitest';
import { messagesEn as texts } from '../client/collect/messages-en.ts';
import { createOffice, findSignIn } from './support/create-office.ts';
import { createTablet, type Tablet } from './support/create-tablet.ts';
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
  await tablet.answerThrough('age', { consent: 'yes', respondent_name: 'Rosa Quispe', sex: 'female' });
});

afterAll(async () => {
  await tablet.close();
  await server.stop();
  folder.remove();
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
