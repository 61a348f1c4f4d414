import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createLockManager } from '../../device/testing/create-lock-manager.ts';
import { type DeviceDatabase } from '../../device/open-database.ts';
import { TabletScenario } from '../../device/testing/tablet-scenario.ts';
import { LanguageProvider } from '../../i18n/language-context.tsx';
import { messages } from '../messages.ts';
import { DeviceProvider } from '../shell/device-context.tsx';
import { createFirstLook } from '../shell/first-look.ts';
import { VaultContext } from '../shell/vault-context.tsx';
import { InterviewScreen } from './interview-screen.tsx';
import { toolsMessages } from './tools/tools-messages.ts';

const texts = messages.en;
const tools = toolsMessages.en;
let root: Root | null = null;
let place: HTMLElement;

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.stubGlobal('scrollTo', () => undefined);
  Object.defineProperty(navigator, 'locks', { value: createLockManager(), configurable: true });
  localStorage.clear();
});
afterEach(() => {
  act(() => root?.unmount());
  root = null;
  vi.unstubAllGlobals();
  place.remove();
  database.close();
  indexedDB.deleteDatabase('waymark');
});

const until = async (check: () => unknown): Promise<void> => {
  while (!check()) {
    await act(async () => {
      await new Promise((resolve) => setTimeout(resolve, 10));
    });
  }
};
const heading = () => place.querySelector('h1')?.textContent;
const tap = (text: string): void => {
  const found = [...place.querySelectorAll<HTMLElement>('button, a, label.choice')].find(
    (each) => each.textContent.trim() === text,
  );
  if (found === undefined) throw new Error(`There is no "${text}" in:\n${place.textContent}`);
  act(() => {
    found.click();
  });
};
const back = (): void => {
  act(() => {
    history.back();
  });
};

/** So that a test can look into the storage that the screen has open. */
let database: DeviceDatabase;

/** A tablet with one interview on screen, opened from the home screen. */
async function openOnScreen(
  prepare: (tablet: TabletScenario, id: string) => Promise<void> = () => Promise.resolve(),
): Promise<string> {
  const tablet = await TabletScenario.switchOn('waymark');
  await tablet.enrol();
  const id = await tablet.begin();
  await prepare(tablet, id);
  database = tablet.database;
  place = document.createElement('div');
  document.body.append(place);
  history.pushState(null, '', '/collect');
  history.pushState(null, '', `/collect/interview/${id}`);
  const unlocked = {
    vault: tablet.vault,
    enter: () => Promise.resolve(),
    entering: false,
    lock: () => undefined,
    finished: null,
    rememberFinished: () => undefined,
  };
  root = createRoot(place);
  act(() => {
    root?.render(
      <LanguageProvider>
        <DeviceProvider database={database} first={createFirstLook([])}>
          <VaultContext value={unlocked}>
            <InterviewScreen id={id} />
          </VaultContext>
        </DeviceProvider>
      </LanguageProvider>,
    );
  });
  await until(() => place.querySelector('[data-question]'));
  return id;
}

const agreed = async (tablet: TabletScenario, id: string): Promise<void> => {
  await tablet.answer(id, 'consent', 'yes', 'intro');
  await tablet.note(id, { kind: 'page' }, 'about_you');
};

it('takes Back to the page before, and asks on the first page before it leaves', async () => {
  await openOnScreen(agreed);
  expect(heading()).toBe('About you');
  back();
  await until(() => heading() === 'Before we begin');
  back();
  await until(() => heading() === tools.leaveTitle);
  back();
  await until(() => heading() === 'Before we begin');
  back();
  await until(() => heading() === tools.leaveTitle);
  tap(tools.leaveStop);
  await until(() => location.pathname === '/collect');
  expect(await database.count('drafts')).toBe(1);
});

it('throws an interview away only after a reason and a second question', async () => {
  await openOnScreen(agreed);
  tap(tools.more);
  tap(tools.discardButton);
  tap(tools.discardButton);
  expect(place.textContent).toContain(tools.discardReasonMissing);
  tap(tools.discardMistake);
  tap(tools.discardButton);
  expect(place.textContent).toContain(tools.discardSureText(1));
  tap(tools.discardKeep);
  expect(await database.count('drafts')).toBe(1);
  tap(tools.discardButton);
  tap(tools.discardButton);
  tap(tools.discardForGood);
  await until(() => location.pathname === '/collect');
  expect(await database.count('drafts')).toBe(0);
  expect(await database.count('journal')).toBe(0);
  expect(await database.getAll('discards')).toEqual([{ reason: 'mistake', count: 1 }]);
});

it('shows one question on each screen where that was chosen, back and forth, and remembers which', async () => {
  const id = await openOnScreen(agreed);
  const shown = () =>
    [...place.querySelectorAll<HTMLElement>('[data-question]')].map(({ dataset }) => dataset['question']);
  expect(shown().length).toBeGreaterThan(1);
  tap(tools.more);
  tap(tools.layoutSingle);
  tap(tools.close);
  const [first] = shown();
  expect(shown()).toHaveLength(1);
  tap(texts.next);
  await until(() => shown()[0] !== first);
  const [second] = shown();
  tap(texts.back);
  await until(() => shown()[0] === first);
  tap(texts.next);
  await until(() => shown()[0] === second);
  expect(heading()).toBe('About you');

  act(() => root?.render(null));
  expect(localStorage.getItem('waymark.questionLayout')).toBe('single');
  expect(id).not.toBe('');
});

it('keeps notes beside the questions, and shows what the person agreed to in her language', async () => {
  await openOnScreen(async (tablet, id) => {
    await agreed(tablet, id);
    await tablet.note(id, { kind: 'note', text: 'Stall closed on Mondays' }, 'about_you');
    await tablet.note(id, { kind: 'language', language: 'es' }, 'about_you');
  });
  expect(place.querySelector<HTMLSelectElement>('.language-choice select')?.value).toBe('es');
  tap(toolsMessages.es.more);
  expect(place.querySelector<HTMLTextAreaElement>('textarea[name=notes]')?.value).toBe(
    'Stall closed on Mondays',
  );
  expect(place.querySelector('[data-consent-copy]')?.textContent).toContain(
    '¿Acepta responder a nuestras preguntas?',
  );
});
