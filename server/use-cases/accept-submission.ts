import { randomUUID } from 'node:crypto';
import { WaymarkError } from '../../contracts/errors.ts';
import type { Delivery, Receipt } from '../../contracts/submission.ts';
import { publishedHashes } from '../../instruments/registry.ts';
import type { AttachmentStore } from '../storage/attachments-port.ts';
import type { CaseStore, NewSubmission, StudyRecord, TabletRecord } from '../storage/port.ts';
import type { Clock } from './clock.ts';
import { inScope } from './in-scope.ts';
import { judgeDelivery, quarantined, type Judgement } from './judge-delivery.ts';
import { openPayload } from './open-payload.ts';
import type { Opened } from './opened.ts';
import { keepApart } from './personal/keep-apart.ts';
import type { PersonalRules } from './personal/personal-rules.ts';
import type { SealingKeys } from './sealing-keys.ts';
import { sha256 } from './sha256.ts';

/** What accepting needs. `keep` resolves once the record is on the disk. */
export interface AcceptContext {
  readonly clock: Clock;
  readonly keep: (submission: NewSubmission) => Promise<Receipt>;
  readonly studyOf: (studyId: string) => Promise<StudyRecord>;
  readonly keys: SealingKeys;
  readonly rulesOf: (study: StudyRecord) => Promise<PersonalRules>;
  readonly attachments: AttachmentStore;
  readonly branchOfCase: CaseStore['branchOf'];
}

/** A record that is on the disk. `isFirst` is false where it was there before, and the receipt is the first one's. */
export interface Accepted {
  readonly receipt: Receipt;
  readonly isFirst: boolean;
}

/** Takes one record from a tablet: see `acceptSubmission`. */
export type TakeDelivery = (id: string, delivery: Delivery, tablet: TabletRecord) => Promise<Accepted>;

/**
 * Takes one record from a tablet and answers with its receipt. Repeats give the first receipt again, with the photos
 * that are held by now.
 * The hash is over the bytes that were sent, sealed or not; what is stored is what was inside, with what is
 * personal of it apart.
 *
 * @throws WaymarkError HASH_MISMATCH where the payload was damaged on the way; the tablet sends it again
 */
export async function acceptSubmission(
  { clock, keep, studyOf, keys, rulesOf, attachments, branchOfCase }: AcceptContext,
  id: string,
  delivery: Delivery,
  tablet: TabletRecord,
): Promise<Accepted> {
  if (sha256(delivery.payload) !== delivery.hash)
    throw new WaymarkError(
      'HASH_MISMATCH',
      `The record ${id} arrived with another content than its hash says.`,
      'It was damaged on the way. Send it again.',
    );
  const study = await studyOf(tablet.studyId);
  const opened = openPayload(keys, delivery.payload);
  const rules = await rulesOf(study);
  const { answers, ...judged } = judge(id, opened, tablet, study);
  const judgement = await withinReach(judged, tablet, branchOfCase);
  const payload = opened.kind === 'closed' ? delivery.payload : opened.text;
  const submission: NewSubmission = {
    id,
    studyId: study.id,
    hash: delivery.hash,
    ...(payload === delivery.payload ? {} : { contentHash: sha256(payload) }),
    ...judgement,
    isDeclined: answers !== undefined && !rules.hasAgreed(answers),
    payload,
    receivedAt: clock().toISOString(),
    tabletId: tablet.id,
    receiptId: randomUUID(),
  };
  const receipt = await keep(keepApart(rules, submission));
  const isFirst = receipt.receiptId === submission.receiptId;
  // Few interviews have photos: the others are not to wait for one more look into the database. One that stays
  // closed may have some.
  if (opened.kind !== 'closed' && !payload.includes('"attachments":[')) return { receipt, isFirst };
  const held = await attachments.hashesOf({ studyId: study.id, submissionId: id }, tablet.id);
  return { receipt: { ...receipt, attachments: held }, isFirst };
}

/**
 * A visit closes an entry of the respondent list, so it is to be one of the tablet's own branches. An interview is
 * looked at in its own branch, and keeps what was said, wherever she is listed by now.
 */
async function withinReach(
  judgement: Judgement,
  tablet: TabletRecord,
  branchOfCase: AcceptContext['branchOfCase'],
): Promise<Judgement> {
  const { kind, status, caseId } = judgement;
  if (kind !== 'visit' || status !== 'stored' || !caseId || tablet.branches === null) return judgement;
  const listed = await branchOfCase(tablet.studyId, caseId);
  if (listed === null || inScope(tablet.branches, listed)) return judgement;
  const reason = `The entry of the respondent list is of branch "${listed}", for which the tablet does not work.`;
  return { ...judgement, status: 'quarantined', reason };
}

/** What cannot be opened, and what is not finished, is kept apart; never refused. */
function judge(id: string, opened: Opened, tablet: TabletRecord, study: StudyRecord): Judgement {
  switch (opened.kind) {
    case 'interview': {
      const published = study.codebookHash === null ? publishedHashes(study.instrument.name) : null;
      return judgeDelivery(id, opened.text, tablet, study, published);
    }
    case 'draft': {
      // Whose it is: erasing her must reach it, and one who was erased must not come back by it.
      const { answers, branch, caseId, revisionOf } = opened;
      return quarantined(`An unfinished interview, recovered: ${answers} answered.`, {
        ...{ branch, caseId, revisionOf },
      });
    }
    case 'closed':
      return quarantined(opened.reason);
  }
}
