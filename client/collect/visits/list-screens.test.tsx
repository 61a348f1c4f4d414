import { act, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Route, Switch } from 'wouter';
import type { DeviceWork, WorkCase } from '../../../contracts/work.ts';
import { listDrafts } from '../../device/drafts.ts';
import { openDatabase } from '../../device/open-database.ts';
import { createLockManager } from '../../device/testing/create-lock-manager.ts';
import { json, TabletScenario } from '../../device/testing/tablet-scenario.ts';
import { refreshWork } from '../../device/work/refresh-work.ts';
import { LanguageProvider } from '../../i18n/language-context.tsx';
import { HomeScreen } from '../home-screen.tsx';
import { messagesEn } from '../messages-en.ts';
import { createFirstLook } from '../shell/first-look.ts';
import { DeviceProvider } from '../shell/device-context.tsx';
import { VaultContext } from '../shell/vault-context.tsx';
import { BackCheckScreen, CaseScreen, ListedStart, PeopleScreen } from './list-screens.ts';
import { visitsEn as texts } from './visit-messages-en.ts';
import { WorkProvider } from './work-context.tsx';

const person = (id: string, name: string, more: Partial<WorkCase> = {}): WorkCase => ({
  ...{ id, name, branch: 'north', wave: null, assigned: true, attempts: 0, done: false },
  ...more,
});
const INTERVIEW = '7d9f3c1e-8a36-4a8e-9d63-5d3e2a0b9c11';
const LISTS: DeviceWork = {
  version: 'v-1',
  cases: [
    person('C-1', 'Amina', { phone: '98 1', address: 'Stall 4' }),
    ...Array.from({ length: 120 }, (_, index) => person(`D-${index}`, `Other ${index}`, { attempts: 1 })),
  ],
  returned: [
    {
      ...{ interviewId: INTERVIEW, caseId: 'C-1', branch: 'north', comment: 'Too quick.' },
      ...{ decidedAt: '2026-05-01T08:00:00Z', enumerator: 'Rosa' },
    },
  ],
  backChecks: [
    {
      ...{
        id: '8d9f3c1e-8a36-4a8e-9d63-5d3e2a0b9c11',
        interviewId: INTERVIEW,
        branch: 'north',
        name: 'Bela',
      },
      ...{ instrument: { name: 'msme-digital-maturity', version: 'v1' }, items: ['consent', 'sex'] },
    },
  ],
};

let root: Root | null = null;
let place: HTMLElement;
let tablet: TabletScenario;
beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.stubGlobal('scrollTo', () => undefined);
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')));
  Object.defineProperty(navigator, 'locks', { value: createLockManager(), configurable: true });
});
afterEach(() => {
  act(() => root?.unmount());
  root = null;
  vi.unstubAllGlobals();
  place.remove();
  tablet.database.close();
  indexedDB.deleteDatabase('waymark');
});

const until = async (check: () => unknown): Promise<void> => {
  while (!check()) {
    await act(async () => {
      await new Promise((resolve) => setTimeout(resolve, 10));
    });
  }
};
const tap = (text: string): void => {
  const found = [...place.querySelectorAll<HTMLElement>('button, a, label.choice')].find((each) =>
    each.textContent.startsWith(text),
  );
  if (found === undefined) throw new Error(`There is no "${text}" in:\n${place.textContent}`);
  act(() => {
    found.click();
  });
};
const shows = (text: string) => () => place.textContent.includes(text);

/** An unlocked tablet with the list, without a network, at its first screen. */
async function atHome(): Promise<void> {
  tablet = await TabletScenario.switchOn('waymark');
  await tablet.enrol();
  const world = { database: tablet.database, fetch: () => Promise.resolve(json(LISTS)), nowMs: Date.now };
  await refreshWork(world, tablet.vault);
  place = document.createElement('div');
  document.body.append(place);
  history.pushState(null, '', '/collect');
  const unlocked = {
    vault: tablet.vault,
    enter: () => Promise.resolve(),
    entering: false,
    lock: () => undefined,
    finished: null,
    rememberFinished: () => undefined,
  };
  const screens: ReactNode = (
    <Switch>
      <Route path="/collect" component={HomeScreen} />
      <Route path="/collect/people" component={PeopleScreen} />
      <Route path="/collect/person" component={CaseScreen} />
      <Route path="/collect/back-check" component={BackCheckScreen} />
      <Route path="/collect/begin" component={ListedStart} />
    </Switch>
  );
  const database = await openDatabase();
  root = createRoot(place);
  act(() => {
    root?.render(
      <LanguageProvider>
        <DeviceProvider database={database} first={createFirstLook([])}>
          <VaultContext value={unlocked}>
            <WorkProvider>{screens}</WorkProvider>
          </VaultContext>
        </DeviceProvider>
      </LanguageProvider>,
    );
  });
  await until(() => place.querySelector('[data-work=open]'));
}

const drafts = () => listDrafts(tablet.database, tablet.vault);

it('shows what is most urgent first, and begins a returned interview anew with the supervisor’s reason', async () => {
  await atHome();
  const sections = [...place.querySelectorAll<HTMLElement>('[data-work]')].map(
    ({ dataset }) => dataset['work'],
  );
  expect(sections).toEqual(['returned', 'backChecks', 'open']);
  tap(texts.again);
  await until(() => place.querySelector('[type=submit]'));
  // A tap too many.
  tap(messagesEn.startButton);
  tap(messagesEn.startButton);
  await until(() => location.pathname.startsWith('/collect/interview/'));
  expect(await drafts()).toMatchObject([
    { caseId: 'C-1', branch: 'north', revision: { of: INTERVIEW, reason: 'Too quick.' } },
  ]);
});

it('takes down by taps alone when to come back, and asks for the day first', async () => {
  await atHome();
  tap('Amina');
  await until(shows(texts.outcome));
  tap(texts.outcomes['call-back']);
  tap(texts.save);
  expect(place.textContent).toContain(texts.dayMissing);
  act(() => place.querySelectorAll<HTMLElement>('[name=day]')[3]?.click());
  tap(texts.save);
  await until(shows(texts.saved));
  await until(() => place.querySelector('[data-outcome=call-back]'));
  expect((await tablet.places()).outbox).toHaveLength(1);
  expect(location.href).not.toContain('C-1');
  tap(texts.toHome);
  await until(() => place.querySelector('[data-work=open]'));
  expect(place.querySelector('[data-work=open]')?.textContent).not.toContain('Amina');
});

it('shows a long list by pieces, and finds in all of it', async () => {
  await atHome();
  tap(texts.allPeople(121));
  await until(() => place.querySelector('[name=search]'));
  const rows = () => place.querySelectorAll('.person-row').length;
  expect(rows()).toBe(50);
  tap(texts.more);
  expect(rows()).toBe(100);
  const search = place.querySelector<HTMLInputElement>('[name=search]')!;
  act(() => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(search, 'other 119');
    search.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await until(() => rows() === 1);
  expect(place.textContent).toContain('Other 119');
  tap(texts.filterDone);
  await until(shows(texts.foundNone));
});

it('records that a back-check could not be asked, and begins one on the phone', async () => {
  await atHome();
  tap('Bela');
  await until(shows(texts.checkNone));
  tap(texts.checkPhone);
  tap(texts.checkStart(2));
  await until(() => place.querySelector('[type=submit]'));
  tap(messagesEn.startButton);
  await until(() => location.pathname.startsWith('/collect/interview/'));
  expect(await drafts()).toMatchObject([{ backCheck: { mode: 'phone', items: ['consent', 'sex'] } }]);

  act(() => {
    history.pushState(null, '', '/collect/back-check');
  });
  await until(shows(texts.checkNone));
  tap(texts.checkOutcomes.denied);
  tap(texts.save);
  await until(shows(texts.checkSaved));
  const [record] = await tablet.database.getAll('outbox');
  expect(JSON.parse(record!.payload)).toMatchObject({ waymark: 'backcheck', outcome: 'denied', answers: {} });
});
