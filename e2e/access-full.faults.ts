import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkOffice, checkTablet } from './support/check-every-page.ts';
import { type RunningServer, startServer } from './support/start-server.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

/** Every page, in both themes, at every size, in all four languages. A quick form is among the browser tests. */
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
  expect(await checkTablet(server, folder.path('tablet'), 'full')).toEqual(NOTHING);
});

it('has no barrier on any page of the office, and no page breaks the content policy', async () => {
  expect(await checkOffice(server, folder.path('analyst'), 'full')).toEqual(NOTHING);
});
