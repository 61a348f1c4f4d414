import 'fake-indexeddb/auto';
import type { AnswerValue } from '../../../contracts/answer.ts';
import { entryLabel } from '../../../contracts/sealing-format.ts';
import type { SealingKey } from '../../../contracts/sealing.ts';
import type { Delivery, Interview, Receipt } from '../../../contracts/submission.ts';
import type { JournalChange, JournalEntry } from '../device-schema.ts';
import { createDraft, readDraft } from '../drafts.ts';
import { finaliseDraft } from '../finalise-draft.ts';
import { journalRange } from '../journal-range.ts';
import { keepEnrolment } from '../keep-enrolment.ts';
import { openDatabase, type DeviceDatabase } from '../open-database.ts';
import { openJournal, type Journal } from '../open-journal.ts';
import { listOutbox, listSent } from '../outbox.ts';
import { readEnrolment } from '../read-enrolment.ts';
import type { InterviewState } from '../replay-journal.ts';
import type { SyncWorld } from '../sync-world.ts';
import { syncOutbox, type SyncScope } from '../sync.ts';
import { createVault } from '../vault/create-vault.ts';
import type { Vault } from '../vault/vault.ts';

type Reply = (request: {
  readonly url: string;
  readonly delivery: Delivery | null;
  /** What the tablet says it is. */
  readonly token: string;
}) => Response | Promise<Response>;

const HASH = 'a'.repeat(64);
const STUDY = {
  id: 'study-1',
  title: 'Study',
  synthetic: false,
  instrument: { name: 'msme-digital-maturity', version: 'v1' },
  branches: [{ code: 'north', name: 'North' }],
};

export const json = (body: unknown, status = 200): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });

export const loginPage = (): Response =>
  new Response('<html><form>Please sign in to the guest network</form></html>', {
    status: 200,
    headers: { 'content-type': 'text/html' },
  });

export const apiError = (status: number, code: string): Response =>
  json({ error: { code, message: 'what was expected, what came' } }, status);

/** A server that keeps the first content of each id, and answers a repeat with the very same receipt. */
export function createServer(
  receivedAtMs = () => Date.parse('2026-05-01T10:00:00Z'),
  status: Receipt['status'] = 'stored',
  sealingKey: SealingKey | null = null,
) {
  const receipts = new Map<string, Receipt>();
  const payloads: string[] = [];
  const answer: Reply = ({ url, delivery }) => {
    if (url === '/api/device/sealing-key' && sealingKey !== null) return json(sealingKey);
    if (delivery === null) return json(STUDY);
    const id = url.slice(url.lastIndexOf('/') + 1);
    let receipt = receipts.get(id);
    if (receipt === undefined) {
      receipt = {
        receiptId: `r-${receipts.size + 1}`,
        id,
        hash: delivery.hash,
        status,
        receivedAt: new Date(receivedAtMs()).toISOString(),
        attachments: [],
      };
      receipts.set(id, receipt);
      payloads.push(delivery.payload);
    }
    return json(receipt);
  };
  return { answer, receipts, payloads };
}

/**
 * A tablet in the hands of an enumerator, so that a test reads like her day: begin, answer, lose
 * power, go on, finish, sync. Storage is a real IndexedDB (in memory); only the network is the test's.
 */
export class TabletScenario {
  nowMs = Date.parse('2026-05-01T09:00:00Z');
  private activeMs = 0;
  private readonly open = new Map<string, Journal>();
  private readonly name: string;
  database: DeviceDatabase;
  /** Whoever works on it. Her PIN is asked for nowhere in a scenario. */
  vault: Vault = createVault('enumerator-1', 'Rosa', crypto.getRandomValues(new Uint8Array(32)));

  private constructor(name: string, database: DeviceDatabase) {
    this.name = name;
    this.database = database;
  }

  static async switchOn(name: string = crypto.randomUUID()): Promise<TabletScenario> {
    return new TabletScenario(name, await openDatabase(name));
  }

  /** Links the tablet, again if it was linked before. */
  async enrol(token = 'token-1', tabletId = 'tablet-1', studyId = STUDY.id): Promise<void> {
    await keepEnrolment(this.database, {
      key: 'current',
      tabletId,
      token,
      deviceName: 'Tablet 1',
      study: { ...STUDY, id: studyId },
      enrolledAt: '2026-05-01T08:00:00Z',
      revoked: false,
    });
  }

  async begin(id: string = crypto.randomUUID()): Promise<string> {
    const enrolment = await readEnrolment(this.database);
    await createDraft(this.database, this.vault, {
      id,
      tabletId: enrolment?.tabletId ?? '',
      studyId: enrolment?.study.id ?? STUDY.id,
      instrument: { ...STUDY.instrument, hash: HASH },
      branch: 'north',
      language: 'en',
      enumerator: 'Rosa',
      startedAt: '2026-05-01T09:00:00+05:30',
    });
    await this.resume(id);
    return id;
  }

  async resume(id: string): Promise<InterviewState> {
    const found = await readDraft(this.database, this.vault, id);
    if (found === null) throw new Error(`No draft ${id}.`);
    const { nextSeq } = found.state;
    const journal = openJournal({
      database: this.database,
      vault: this.vault,
      draftId: id,
      nextSeq,
      activeMs: () => (this.activeMs += 1000),
    });
    this.open.set(id, journal);
    return found.state;
  }

  journal(id: string): Journal {
    const journal = this.open.get(id);
    if (journal === undefined) throw new Error(`Interview ${id} is not open.`);
    return journal;
  }

  async note(id: string, change: JournalChange, page = 'first'): Promise<void> {
    await this.journal(id).append(change, page);
  }

  answer(id: string, item: string, value: AnswerValue | null, page = 'first'): Promise<void> {
    return this.note(id, { kind: 'answer', item, value }, page);
  }

  /** The journal of a draft, opened. */
  async entries(id: string): Promise<readonly JournalEntry[]> {
    const stored = await this.database.getAll('journal', journalRange(id));
    return stored.map(
      ({ seq, box }) => JSON.parse(this.vault.unbox(box, entryLabel(id, seq))) as JournalEntry,
    );
  }

  /** Tells the tablet the institution's key, as a sync with the server does. */
  async meetInstitution(key: SealingKey): Promise<void> {
    await this.database.put('sealing', key, 'current');
  }

  /** The process is gone at once: nothing in memory survives; what was on disk does. */
  async losePower(): Promise<void> {
    this.open.clear();
    this.database.close();
    this.database = await openDatabase(this.name);
  }

  async finish(id: string): Promise<Interview> {
    const interview = await this.asInterview(id);
    const found = await readDraft(this.database, this.vault, id);
    await finaliseDraft(this.database, interview, found?.draft.tabletId ?? '');
    return interview;
  }

  /** What a draft would be if it were finished now. */
  async asInterview(id: string): Promise<Interview> {
    const found = await readDraft(this.database, this.vault, id);
    if (found === null) throw new Error(`No draft ${id}.`);
    const { draft, state } = found;
    return {
      id,
      studyId: draft.studyId,
      instrument: draft.instrument,
      branch: draft.branch,
      language: state.language,
      enumerator: draft.enumerator,
      answers: { ...state.answers },
      startedAt: draft.startedAt,
      finishedAt: '2026-05-01T09:12:00+05:30',
      activeMs: state.activeMs,
      appVersion: 'test',
      result: { archetype: null, modelVersion: '1' },
    };
  }

  /** A whole interview in one breath. */
  async interview(id: string = crypto.randomUUID()): Promise<string> {
    await this.begin(id);
    await this.answer(id, 'consent', 'yes');
    await this.finish(id);
    return id;
  }

  async sync(
    reply: Reply,
    scope: SyncScope = 'waiting',
    more: Pick<SyncWorld, 'spares'> = {},
  ): Promise<void> {
    const fetchFrom = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
      const body = init?.body;
      const delivery = typeof body === 'string' ? (JSON.parse(body) as Delivery) : null;
      const url = input instanceof Request ? input.url : input.toString();
      const token = new Headers(init?.headers).get('authorization')?.replace('Bearer ', '') ?? '';
      return reply({ url, delivery, token });
    };
    const world = { database: this.database, fetch: fetchFrom, nowMs: () => this.nowMs, random01: () => 0.5 };
    await syncOutbox({ ...world, ...more }, scope);
  }

  /** Ids by place: where each interview of this tablet is now. */
  async places(): Promise<{ drafts: string[]; outbox: string[]; sent: string[] }> {
    return {
      drafts: (await this.database.getAllKeys('drafts')).sort(),
      outbox: (await listOutbox(this.database)).map(({ id }) => id).sort(),
      sent: (await listSent(this.database)).map(({ id }) => id).sort(),
    };
  }
}
