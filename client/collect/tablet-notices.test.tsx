import { act, type ComponentType } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Receipt } from '../../contracts/submission.ts';
import { apiError, createServer, TabletScenario } from '../device/testing/tablet-scenario.ts';
import { listDrafts } from '../device/drafts.ts';
import { openDatabase } from '../device/open-database.ts';
import { LanguageProvider } from '../i18n/language-context.tsx';
import { AGAIN_REASONS, againMessages } from './again-messages.ts';
import { HomeScreen } from './home-screen.tsx';
import { messagesEn as texts } from './messages-en.ts';
import { OutboxScreen } from './outbox-screen.tsx';
import { DeviceProvider } from './shell/device-context.tsx';
import { createFirstLook } from './shell/first-look.ts';
import { StartScreen } from './start-screen.tsx';
import { VaultContext, type VaultState } from './shell/vault-context.tsx';

let root: Root | null = null;
beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
});
afterEach(() => {
  act(() => root?.unmount());
  root = null;
  vi.unstubAllGlobals();
  indexedDB.deleteDatabase('waymark');
});

const unlocked = ({ vault }: TabletScenario): VaultState => ({
  vault,
  enter: () => Promise.resolve(),
  entering: false,
  lock: () => undefined,
  finished: null,
  rememberFinished: () => undefined,
});

/** What a screen of this tablet shows once it has read its storage. */
async function show(tablet: TabletScenario, Shown: ComponentType): Promise<HTMLElement> {
  const place = document.createElement('div');
  root = createRoot(place);
  act(() => {
    root?.render(
      <LanguageProvider>
        <DeviceProvider database={tablet.database} first={createFirstLook([])}>
          <VaultContext value={unlocked(tablet)}>
            <Shown />
          </VaultContext>
        </DeviceProvider>
      </LanguageProvider>,
    );
  });
  await act(async () => {
    await new Promise((resolve) => setTimeout(resolve, 100));
  });
  return place;
}

async function tabletWith(statuses: readonly Receipt['status'][]): Promise<TabletScenario> {
  const tablet = await TabletScenario.switchOn('waymark');
  await tablet.enrol();
  for (const status of statuses) {
    await tablet.interview();
    await tablet.sync(createServer(undefined, status).answer);
  }
  return tablet;
}

it('calls only what is stored confirmed; what was set aside is said to be', async () => {
  const place = await show(await tabletWith(['stored', 'quarantined', 'conflict']), OutboxScreen);
  const states = [...place.querySelectorAll('[data-state]')].map((item) => [
    item.getAttribute('data-state'),
    item.querySelector('strong')?.textContent,
  ]);
  expect(states.sort()).toEqual([
    ['receipted', texts.stateReceipted],
    ['set-aside', texts.stateSetAside],
    ['set-aside', texts.stateSetAside],
  ]);
});

it('counts on the first screen what was set aside', async () => {
  const place = await show(await tabletWith(['stored', 'quarantined', 'conflict']), HomeScreen);
  expect(place.textContent).toContain(texts.homeSetAside(2));
});

it('says nothing of it where all is stored and the link holds', async () => {
  const place = await show(await tabletWith(['stored']), HomeScreen);
  expect(place.textContent).toContain(texts.homeNothingWaits);
  expect(place.querySelector('.banner')).toBeNull();
});

it.each([
  ['first screen', HomeScreen],
  ['outbox', OutboxScreen],
])('says on the %s that the office has revoked the tablet, and where a new code goes', async (_, Shown) => {
  const tablet = await tabletWith([]);
  await tablet.sync(() => apiError(403, 'TABLET_REVOKED'));
  const banner = (await show(tablet, Shown)).querySelector('[data-revoked]');
  expect(banner?.textContent).toContain(texts.revokedText);
  expect(banner?.querySelector('a')?.getAttribute('href')).toBe('/collect/enrol');
});

it('offers to hold a sent interview again, with a reason, in the place of the first', async () => {
  const tablet = await tabletWith(['stored']);
  const [sent] = (await tablet.places()).sent;
  const outbox = await show(tablet, OutboxScreen);
  const again = outbox.querySelector<HTMLAnchorElement>(`a[href="/collect/again/${sent}"]`);
  expect(again).not.toBeNull();
  act(() => root?.unmount());

  const start = await show(tablet, () => <StartScreen again={sent!} />);
  document.body.append(start);
  const submit = async () => {
    act(() => start.querySelector<HTMLButtonElement>('[type=submit]')?.click());
    await act(async () => {
      await new Promise((resolve) => setTimeout(resolve, 300));
    });
  };
  await submit();
  expect(start.textContent).toContain(againMessages.en.missing);
  act(() => start.querySelector<HTMLInputElement>('input[name=reason]')?.click());
  await submit();
  const database = await openDatabase('waymark');
  const [draft] = await listDrafts(database, tablet.vault);
  database.close();
  start.remove();
  expect(draft?.revision).toEqual({ of: sent, reason: AGAIN_REASONS[0] });
});
