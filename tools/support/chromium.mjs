import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './run.mjs';
import { giveUp, say, seconds } from './say.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const PLACES = [
  '/usr/lib/chromium/chromium',
  '/snap/bin/chromium',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Flags for a quiet headless Chromium that looks nothing up on the internet. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Path of a Chromium or Chrome: CHROMIUM_PATH, else the PATH, else the places where it usually lies.
 * @returns {string | null}
 */
export function findChromium() {
  const asked = process.env.CHROMIUM_PATH;
  if (asked !== undefined && asked !== '') return executable(asked) ? asked : null;
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const candidates = [...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), ...PLACES];
  return candidates.find(executable) ?? null;
}

/** Finds Chromium, or installs Debian's package where it may; else says what to install and ends the process. */
export async function ensureChromium() {
  const found = findChromium();
  if (found !== null) return found;
  if (process.env.CHROMIUM_PATH) {
    giveUp(
      `CHROMIUM_PATH is ${process.env.CHROMIUM_PATH}, and no program is there.`,
      'Point it at Chromium or Chrome, or unset it.',
    );
  }
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) await installFromDebian();
  return (
    findChromium() ??
    giveUp(
      'The browser tests need Chromium or Chrome, and none was found.',
      'Debian, Ubuntu: sudo apt-get install chromium. macOS: brew install --cask chromium.\n' +
        'Or set CHROMIUM_PATH to one that you have. Everything but the browser tests: npm test -- --without browser',
    )
  );
}

async function installFromDebian() {
  say('Installing Chromium from Debian for the browser tests: 1 to 2 minutes.');
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const began = performance.now();
  await run('apt-get', ['update', '-q'], { quiet: true, env });
  const args = ['install', '-y', '-q', '--no-install-recommends', 'chromium'];
  const { code, output } = await run('apt-get', args, { quiet: true, env });
  if (code === 0) say(`Chromium is installed (${seconds(performance.now() - began)}).`);
  else say(output.trimEnd());
}

/** @param {string} path */
function executable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
