import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createWaymark, type Waymark, type WaymarkOptions } from '../compose.ts';
import { databaseFiles } from '../open-store.ts';
import { openDatabase } from '../storage/sqlite/open-database.ts';
import { loadDemo, type DemoResult } from '../use-cases/load-demo.ts';

export interface TestServer {
  readonly waymark: Waymark;
  readonly url: string;
  readonly dataDir: string;
  /** Signs in and returns the cookie header. `address` is whom the proxy names; only with `proxies: 1`. */
  signIn(email: string, password: string, address?: string): Promise<string>;
  /** Moves the times of a person's sessions, as if they had passed. */
  endSession(
    userId: string,
    times: { readonly expiresAt?: string; readonly createdAt?: string },
  ): Promise<void>;
  stop(): Promise<void>;
}

/** A real server over a database in a temporary folder. */
export async function startServer(options: Partial<WaymarkOptions> = {}): Promise<TestServer> {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'waymark-')));
  const waymark = await createWaymark({ ...options, dataDir });
  const listening = await waymark.listen(0);
  const { url } = listening;
  return {
    waymark,
    url,
    dataDir,
    async signIn(email, password, address) {
      const response = await fetch(`${url}/api/auth/sign-in/email`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          origin: url,
          ...(address ? { 'x-forwarded-for': address } : {}),
        },
        body: JSON.stringify({ email, password }),
      });
      if (!response.ok) throw new Error(`Sign-in answered ${response.status}: ${await response.text()}`);
      return response.headers
        .getSetCookie()
        .filter((cookie) => !/max-age=0/i.test(cookie))
        .map((cookie) => cookie.split(';')[0])
        .join('; ');
    },
    async endSession(userId, times) {
      const db = await openDatabase(databaseFiles(dataDir)[0]);
      await db.updateTable('session').set(times).where('userId', '=', userId).execute();
      await db.destroy();
    },
    async stop() {
      await listening.close();
      await waymark.close();
      if (options.dataDir === undefined) await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Loads a small demo and returns a cookie per role. */
export async function signInDemo(
  server: TestServer,
  count = 120,
): Promise<{ demo: DemoResult; cookies: Record<string, string> }> {
  const demo = await loadDemo(server.waymark.context, { count, seed: 3 });
  const cookies: Record<string, string> = {};
  for (const { role, email, password } of demo.people) cookies[role] = await server.signIn(email, password);
  return { demo, cookies };
}
