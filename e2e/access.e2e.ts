import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkOffice, checkTablet } from './support/check-every-page.ts';
import { type RunningServer, startServer } from './support/start-server.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

/** Every page in both themes, in English and one other language, at one size each. In full: `npm run test:faults -- access`. */
const NOTHING = { found: [], complaints: [], missed: [] };
const folder = temporaryFolder();
let server: RunningServer;

beforeAll(async () => {
  server = await startServer(folder.path('data'));
});

afterAll(async () => {
  await server.stop();
  folder.remove();
});

it('has no barrier on any screen of the tablet, and no screen breaks the content policy', async () => {
  expect(await checkTablet(server, folder.path('tablet'), 'quick')).toEqual(NOTHING);
});

it('has no barrier on any page of the office, and no page breaks the content policy', async () => {
  expect(await checkOffice(server, folder.path('analyst'), 'quick')).toEqual(NOTHING);
});
