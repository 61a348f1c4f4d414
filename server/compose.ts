import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Express } from 'express';
import type { Logger } from 'pino';
import { z } from 'zod';
import { createAuth } from './auth/create-auth.ts';
import { createApp } from './http/create-app.ts';
import type { Route } from './http/route.ts';
import { createRoutes } from './http/routes.ts';
import { listen, type Listening } from './http/listen.ts';
import { createLog } from './operations/create-log.ts';
import { keepErasureList } from './operations/keep-erasure-list.ts';
import { createOperations } from './operations/create-operations.ts';
import { createAcceptContext } from './create-accept-context.ts';
import { createIntake } from './intake.ts';
import { openStore } from './open-store.ts';
import { projectRoot } from './project-root.ts';
import type { Store } from './storage/port.ts';
import type { AcceptContext } from './use-cases/accept-submission.ts';
import { createConsentCache } from './use-cases/cases/consent-cache.ts';
import type { Clock } from './use-cases/clock.ts';
import type { Context } from './use-cases/context.ts';
import { createQualityCache } from './use-cases/quality-cache.ts';
import { createStudyDataCache } from './use-cases/study-data-cache.ts';
import { movePersonalData } from './use-cases/personal/move-personal-data.ts';
import { createRobustnessRuns } from './use-cases/robustness-runs.ts';
import { storeSegmentation } from './use-cases/store-segmentation.ts';
import { createStudyTaskRunner } from './study-data-runner.ts';

export interface WaymarkOptions {
  /** Folder of the database; made where it is missing. */
  readonly dataDir: string;
  readonly log?: Logger;
  readonly clock?: Clock;
  /** How people reach the server where a proxy stands before it. */
  readonly publicUrl?: string | null;
  readonly proxies?: number;
  /** Room the disk must have left for the server to count as ready, in bytes. */
  readonly minFreeBytes?: number;
  /** Opens /metrics to whoever carries it; absent: to this machine only. */
  readonly metricsToken?: string | null;
  /** Folder of the built client; absent: that of this installation. */
  readonly clientDir?: string;
}

export interface Waymark {
  readonly store: Store;
  /** What the use-cases work with, for the command line. */
  readonly context: Context;
  /** What taking interviews needs, for the command line. */
  readonly accept: AcceptContext;
  /** The API's table: every path and who may call it. */
  readonly routes: readonly Route[];
  readonly app: Express;
  /** Listens on the port (0: any free one). Throws PORT_IN_USE, or INVALID_REQUEST for one it may not have. */
  listen(port: number, host?: string): Promise<Listening>;
  /** Lets deliveries and computations finish, then closes the database. Close what listens first. */
  close(): Promise<void>;
}

/**
 * Puts a Waymark together over a data folder: storage, sign-in, use-cases, HTTP.
 *
 * @throws WaymarkError DATABASE_UNREADABLE, DATABASE_FOREIGN, DATABASE_NEWER, DISK_FULL, FILE_UNWRITABLE
 */
export async function createWaymark(options: WaymarkOptions): Promise<Waymark> {
  const log = options.log ?? createLog('warn');
  const clock = options.clock ?? (() => new Date());
  const publicUrl = options.publicUrl ?? null;
  const { store, db, engine } = await openStore(options.dataDir);
  const secret = await store.settings.getOrSet('auth-secret', randomBytes(32).toString('base64url'));
  const auth = createAuth({
    db,
    engine,
    secret,
    publicUrl,
    log,
    clock,
    maySignIn: async (userId) => (await store.people.find(userId))?.deactivatedAt === null,
  });
  const tasks = createStudyTaskRunner(store, options.dataDir);
  const data = createStudyDataCache(store, tasks.build, (built) => storeSegmentation(store, clock, built));
  const robustness = createRobustnessRuns();
  const quality = createQualityCache(store, tasks.examine);
  const accept = createAcceptContext(store, options.dataDir, clock);
  const { rulesOf } = accept;
  await movePersonalData(store, rulesOf);
  const consents = createConsentCache(store);
  const context: Context = {
    ...{ store, people: auth, clock, data, quality, rulesOf, consents, robustness },
    runTask: tasks.run,
    keepErasureList: async () => keepErasureList(options.dataDir, await store.erasures.list()),
  };
  await context.keepErasureList();
  const operations = createOperations({
    dataDir: options.dataDir,
    health: store.health,
    tablets: store.tablets,
    supervision: store.supervision,
    minFreeBytes: options.minFreeBytes ?? 0,
    clock,
  });
  const intake = createIntake(accept, options.dataDir);
  const routes = createRoutes({
    context,
    auth,
    keys: accept.keys,
    take: operations.watch(intake.take),
    publicUrl,
    readiness: operations.readiness,
    metricsText: operations.metricsText,
    metricsToken: options.metricsToken ?? null,
    version: readVersion(),
  });
  const app = createApp({
    routes,
    auth,
    store,
    clock,
    publicUrl,
    log,
    metrics: operations.metrics,
    proxies: options.proxies ?? 0,
    clientDir: options.clientDir ?? join(projectRoot(), 'dist', 'client'),
  });
  return {
    store,
    context,
    accept,
    routes,
    app,
    async listen(port, host = '127.0.0.1') {
      const listening = await listen(app, port, host);
      return {
        url: listening.url,
        close: () => {
          operations.stopping();
          return listening.close();
        },
      };
    },
    async close() {
      await operations.stop();
      await intake.close();
      await data.idle();
      await quality.idle();
      await robustness.idle();
      await store.close();
    },
  };
}

function readVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(projectRoot(), 'package.json'), 'utf8'));
  return z.object({ version: z.string() }).parse(manifest).version;
}
