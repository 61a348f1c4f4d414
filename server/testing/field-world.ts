import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Interview, Receipt } from '../../contracts/submission.ts';
import { createEnrolCode } from '../use-cases/create-enrol-code.ts';
import { enrolTablet } from '../use-cases/enrol-tablet.ts';
import { listStudies } from '../use-cases/list-studies.ts';
import { loadDemo } from '../use-cases/load-demo.ts';
import { readBoard } from '../use-cases/read-board.ts';
import { makeDelivery, makeInterview } from './make-delivery.ts';
import { seal } from './seal.ts';
import { startServer, type TestServer } from './start-server.ts';

/** Any record of a tablet. */
type SentRecord = { readonly id: string } & Readonly<Record<string, unknown>>;

/** A server with the demo study and a linked tablet, over a folder whose every file can be read through. */
export interface FieldWorld {
  readonly server: TestServer;
  readonly folder: string;
  /** Of the tablet. */
  readonly token: string;
  /** The server's clock, in ms since 1970. Tests move it. */
  now: number;
  /** Sends a record, sealed, as the tablet does; another server, or another tablet, may be named. */
  deliver(content: SentRecord, to?: { readonly url?: string; readonly token?: string }): Promise<Receipt>;
  /** Links another tablet and gives its token. */
  link(name: string, branches?: readonly string[] | null, studyId?: string): Promise<string>;
  /** Files of a data folder in which a text stands, in UTF-8 or UTF-16. */
  stands(text: string, dataDir?: string): Promise<string[]>;
  /** Records of the demo study that count, by the list of studies and by the board: completed and declined. */
  counts(): Promise<{ respondents: number; completed: number; declined: number }>;
  stop(): Promise<void>;
}

/** Starts the world at 2026-11-22, 12:00 UTC. */
export async function startFieldWorld(count = 40): Promise<FieldWorld> {
  const folder = await mkdtemp(join(tmpdir(), 'waymark-'));
  const clock = { now: Date.parse('2026-11-22T12:00:00.000Z') };
  const server = await startServer({ dataDir: join(folder, 'data'), clock: () => new Date(clock.now) });
  const { context, accept } = server.waymark;
  await loadDemo(context, { count, seed: 3 });
  const link = async (
    deviceName: string,
    branches: readonly string[] | null = null,
    studyId = 'demo',
  ): Promise<string> => {
    const wanted = { studyId, branches: branches && [...branches], scope: null };
    const { code } = await createEnrolCode(context, wanted);
    return (await enrolTablet(context, { code, deviceName })).token;
  };
  const token = await link('One');
  return Object.assign(clock, {
    server,
    folder,
    token,
    link,
    async deliver(
      content: { readonly id: string },
      to: { readonly url?: string; readonly token?: string } = {},
    ) {
      const sealed = await seal(JSON.stringify(content), await accept.keys.current());
      const response = await fetch(`${to.url ?? server.url}/api/submissions/${content.id}`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${to.token ?? token}` },
        body: JSON.stringify(makeDelivery(sealed)),
      });
      if (response.status !== 200) throw new Error(`${response.status}: ${await response.text()}`);
      return (await response.json()) as Receipt;
    },
    async stands(text: string, dataDir = join(folder, 'data')) {
      const found = [];
      for (const name of await readdir(dataDir)) {
        const content = await readFile(join(dataDir, name));
        if (content.includes(text, 0, 'utf8') || content.includes(text, 0, 'utf16le')) found.push(name);
      }
      return found;
    },
    async counts() {
      const study = (await listStudies(context, null)).find(({ id }) => id === 'demo');
      const { branches } = await readBoard(context, 'demo', null);
      const sum = (of: 'completed' | 'declined') => branches.reduce((total, one) => total + one[of], 0);
      return {
        respondents: study?.respondents ?? 0,
        completed: sum('completed'),
        declined: sum('declined'),
      };
    },
    async stop() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  });
}

/** An interview of someone with a name of her own, found by nothing else. */
export const interviewOf = (name: string, parts: Partial<Interview> = {}): Interview =>
  makeInterview({
    answers: {
      consent: 'yes',
      respondent_name: name,
      respondent_phone: `77 ${name.length}`,
      own_phone: 'no',
    },
    ...{ notes: `Says ${name} will move` },
    ...parts,
  });
