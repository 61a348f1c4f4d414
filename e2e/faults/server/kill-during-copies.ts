import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { draftCopyReceiptSchema } from '../../../contracts/draft-copy.ts';
import { createRandom, type Random } from '../../../scoring/random/create-random.ts';
import { sha256 } from '../../../server/use-cases/sha256.ts';
import { startServer } from '../../support/start-server.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import type { FaultRow } from '../support/fault-row.ts';
import { prepareField } from '../support/prepare-field.ts';

const LONGEST_MS = 300;
/** Unfinished interviews open at once. */
const DRAFTS = 6;
const BOX = 'A'.repeat(200);

/** An unfinished interview that grows answer by answer: every copy that was sent, and the longest with a receipt. */
interface Draft {
  readonly id: string;
  readonly sent: Map<number, string>;
  acknowledged: number;
}

interface Row {
  readonly id: string;
  readonly steps: number;
  readonly content: string;
}

/**
 * SIGKILL while tablets leave copies of unfinished interviews. After each restart the server holds one copy of each,
 * whole, and no older one than it had acknowledged. The boxes hold nothing: nobody opens them here.
 */
export async function killDuringCopies(kills: number, seed: number): Promise<FaultRow> {
  const random = createRandom(seed);
  const folder = temporaryFolder();
  const dataDir = folder.path('data');
  const token = await prepareField(dataDir);
  const server = await startServer(dataDir, ['--no-demo']);
  const drafts = Array.from({ length: DRAFTS }, (): Draft => {
    return { id: randomUUID(), sent: new Map(), acknowledged: 0 };
  });
  const found = { lost: 0, twice: 0, changed: 0 };
  for (let kill = 0; kill < kills; kill += 1) {
    const leaving = Promise.all(drafts.map((draft) => leaveUntilGone(server.url(), token, draft, random)));
    await sleep(random.next() * LONGEST_MS);
    await server.kill();
    await leaving;
    await server.start();
    check(readCopies(dataDir), drafts, found);
  }
  await server.stop();
  folder.remove();
  if (drafts.some(({ acknowledged }) => acknowledged === 0)) throw new Error('A draft never got a receipt.');
  const copies = drafts.reduce((sum, { sent }) => sum + sent.size, 0);
  return {
    side: 'server',
    fault: 'kill -9 the server while tablets leave copies of unfinished interviews',
    times: kills,
    records: DRAFTS,
    ...found,
    note: `${copies} copies were sent; none went back behind one that was acknowledged`,
  };
}

/** Leaves one longer copy after the other, until the server does not answer. */
async function leaveUntilGone(url: string, token: string, draft: Draft, random: Random): Promise<void> {
  for (;;) {
    const steps = Math.max(draft.acknowledged, ...draft.sent.keys()) + 1 + Math.floor(random.next() * 3);
    const payload = copyOf(draft.id, steps);
    draft.sent.set(steps, payload);
    try {
      const response = await fetch(`${url}/api/device/drafts/${draft.id}`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({ hash: sha256(payload), payload }),
      });
      const { state } = draftCopyReceiptSchema.parse(await response.json());
      if (state === 'kept') draft.acknowledged = steps;
    } catch {
      return;
    }
  }
}

const copyOf = (id: string, steps: number): string =>
  JSON.stringify({
    ...{ waymark: 'draft', version: 1, id, key: 'key', draft: BOX },
    entries: Array.from({ length: steps }, (_, seq) => ({ seq, box: BOX })),
  });

function readCopies(dataDir: string): Row[] {
  const database = new Database(join(dataDir, 'waymark.sqlite'), { fileMustExist: true });
  try {
    return database.prepare<[], Row>('select id, steps, content from draft_copies').all();
  } finally {
    database.close();
  }
}

function check(
  rows: readonly Row[],
  drafts: readonly Draft[],
  found: { lost: number; twice: number; changed: number },
): void {
  for (const { id, sent, acknowledged } of drafts) {
    const [copy, ...more] = rows.filter((row) => row.id === id);
    if (more.length > 0) found.twice += 1;
    if (acknowledged > (copy?.steps ?? 0)) found.lost += 1;
    if (copy && copy.content !== sent.get(copy.steps)) found.changed += 1;
  }
}
