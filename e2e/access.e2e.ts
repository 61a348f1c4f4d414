import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkOffice, checkTablet } from './support/check-every-page.ts';
import { type RunningServer, startServer } from './support/start-server.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

/** Every page in both themes, in English and one other language, at one size each. In full: `npm run test:faults -- access`. */
const folder = temporaryFolder();
let server: RunningServer;

beforeAll(async () => {
  server = await startServer(folder.path('data'));
});

afterAll(async () => {
  await server.stop();
  folder.remove();
});

it('has no barrier on any screen of the tablet', async () => {
  expect(await checkTablet(server, folder.path('tablet'), 'quick')).toEqual({ found: [], missed: [] });
});

it('has no barrier on any page of the office', async () => {
  expect(await checkOffice(server, folder.path('analyst'), 'quick')).toEqual({ found: [], missed: [] });
});
