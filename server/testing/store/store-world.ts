import { sha256 } from '../../use-cases/sha256.ts';
import type { NewSubmission, Store, StudyRecord } from '../../storage/port.ts';

/** The store of the test that runs; another one for each. */
export interface StoreWorld {
  store: Store;
  /** Opens the same data again. */
  reopen: () => Promise<Store>;
}

/** The study that every store begins with. */
export const STUDY: StudyRecord = {
  id: 'study-1',
  title: 'First study',
  synthetic: true,
  instrument: { name: 'msme-digital-maturity', version: 'v1' },
  codebookHash: null,
  branches: [
    { code: 'north', name: 'North', weight: 1 },
    { code: 'south', name: 'South', weight: 2.5 },
  ],
  createdAt: '2026-11-22T08:00:00.000Z',
};

/** A record of it. */
export const submission = (
  id: string,
  content: string,
  parts: Partial<NewSubmission> = {},
): NewSubmission => ({
  id,
  studyId: STUDY.id,
  hash: sha256(content),
  kind: 'interview',
  payload: content,
  branch: 'north',
  receivedAt: '2026-11-22T09:00:00.000Z',
  tabletId: null,
  status: 'stored',
  reason: null,
  receiptId: `receipt of ${id} ${content}`,
  ...parts,
});

/** Ids of the records that count, up to a moment. */
export async function readIds(store: Store, upTo: number, upToDecision?: number): Promise<string[]> {
  const ids: string[] = [];
  for await (const { id } of store.submissions.read(STUDY.id, {
    upToSequence: upTo,
    ...(upToDecision === undefined ? {} : { upToDecision }),
  }))
    ids.push(id);
  return ids;
}

/** Links a tablet for every branch, and gives its id. */
export async function addTablet(store: Store): Promise<string> {
  const id = 'tablet-1';
  const code = { studyId: STUDY.id, branches: null, expiresAt: '2026-11-23T00:00:00.000Z' };
  await store.tablets.addCode({ ...code, codeHash: 'code', singleUse: true });
  const at = '2026-11-22T00:00:00.000Z';
  await store.tablets.enrol('code', at, ({ studyId, branches }) => ({
    ...{ id, studyId, name: 'One', branches, enrolledAt: at, tokenHash: 'token-1' },
    ...{ lastSeenAt: null, revokedAt: null },
  }));
  return id;
}
