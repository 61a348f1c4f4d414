import { readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { CHROMIUM_FLAGS, findChromium } from '../../tools/support/chromium.mjs';
import { waitUntil } from './wait-until.ts';

/** How a screen is held and touched. */
export interface Screen {
  readonly width: number;
  readonly height: number;
  readonly touch: boolean;
}

/** An 8-inch Android tablet, upright. */
export const TABLET: Screen = { width: 800, height: 1280, touch: true };
export const LAPTOP: Screen = { width: 1280, height: 800, touch: false };
export const WIDE: Screen = { width: 1920, height: 1080, touch: false };

/** A Chromium on a profile folder that outlives it. */
export interface LaunchedBrowser {
  readonly context: BrowserContext;
  readonly page: Page;
  /** As when the power goes: SIGKILL to the browser itself, nothing is flushed or closed. */
  readonly kill: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const ARGS = [...CHROMIUM_FLAGS, '--disable-session-crashed-bubble'];

/**
 * Starts Chromium on `profileDir`; a second launch on the same folder finds what the first one stored.
 *
 * @param options `initScript`: runs in every page before its own scripts
 */
export async function launchBrowser(
  profileDir: string,
  screen: Screen,
  options: { readonly initScript?: string } = {},
): Promise<LaunchedBrowser> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('No Chromium was found: set CHROMIUM_PATH.');
  const context = await chromium.launchPersistentContext(profileDir, {
    executablePath,
    args: ARGS,
    viewport: { width: screen.width, height: screen.height },
    hasTouch: screen.touch,
    isMobile: screen.touch,
    serviceWorkers: 'allow',
    acceptDownloads: true,
    colorScheme: 'light',
    locale: 'en-GB',
  });
  context.setDefaultTimeout(45_000);
  if (options.initScript !== undefined) await context.addInitScript(options.initScript);
  const page = context.pages()[0] ?? (await context.newPage());
  return {
    context,
    page,
    kill: async () => {
      const pid = await browserProcess(profileDir);
      process.kill(pid, 'SIGKILL');
      await waitUntil('the killed browser is gone', () => !isAlive(pid));
    },
    close: async () => {
      await context.close();
    },
  };
}

/** Chromium's own lock on a profile is a link that ends in the process id of the browser. */
async function browserProcess(profileDir: string): Promise<number> {
  const lock = await readlink(join(profileDir, 'SingletonLock'));
  const pid = Number(lock.slice(lock.lastIndexOf('-') + 1));
  if (!Number.isInteger(pid) || pid <= 1) throw new Error(`No process id in Chromium's lock: ${lock}`);
  return pid;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
