import type { Answers } from '../../../contracts/answer.ts';
import type { BackCheck, BackCheckOutcome } from '../../../contracts/back-check.ts';
import type { BackCheckTask } from '../../../contracts/work.ts';
import type { Draft } from '../device-schema.ts';
import { isoWithOffset } from '../iso-with-offset.ts';
import type { DeviceDatabase } from '../open-database.ts';
import { putInOutbox } from '../put-in-outbox.ts';
import { readEnrolment } from '../read-enrolment.ts';
import type { Vault } from '../vault/vault.ts';
import { boxMark } from './mark.ts';

interface By {
  readonly database: DeviceDatabase;
  readonly vault: Vault;
  readonly nowMs: number;
}

/** Seals a back-check, puts it into the outbox and marks its task, in one transaction; its draft goes. */
async function put({ database, vault }: By, tabletId: string, check: BackCheck): Promise<void> {
  const { id, studyId, taskId, finishedAt } = check;
  const mark = boxMark(vault, id, { studyId, at: finishedAt, taskId });
  await putInOutbox(database, { id, tabletId, finishedAt, text: JSON.stringify(check), mark });
}

const appVersion = (): string => import.meta.env.WAYMARK_VERSION ?? 'development';

/**
 * Records that a back-check could not be asked, and why. Rejects if storage fails, or the tablet is not
 * linked; then nothing has changed.
 */
export async function recordBackCheck(
  by: By,
  end: {
    readonly task: BackCheckTask;
    readonly mode: BackCheck['mode'];
    readonly outcome: Exclude<BackCheckOutcome, 'completed'>;
    /** Kept as it is but for blanks around it; empty for none. */
    readonly note: string;
  },
): Promise<void> {
  const link = await readEnrolment(by.database);
  if (link === null) throw new Error('This tablet is not linked to a study.');
  const at = isoWithOffset(by.nowMs);
  const { id: taskId, interviewId, branch, instrument } = end.task;
  const note = end.note.trim();
  await put(by, link.tabletId, {
    waymark: 'backcheck',
    id: crypto.randomUUID(),
    studyId: link.study.id,
    taskId,
    interviewId,
    branch,
    enumerator: by.vault.name,
    instrument,
    mode: end.mode,
    outcome: end.outcome,
    answers: {},
    startedAt: at,
    finishedAt: at,
    ...(note !== '' && { note }),
    appVersion: appVersion(),
  });
}

/**
 * Finishes a back-check that was asked. Of someone who does not agree to answer again, nothing but that is
 * recorded. Rejects if storage fails; the draft is then still there.
 *
 * @param answers null where she does not agree
 */
export async function finishBackCheck(
  by: By,
  draft: Draft,
  { answers, note }: { readonly answers: Answers | null; readonly note: string },
): Promise<void> {
  if (draft.backCheck === undefined) throw new Error(`The draft ${draft.id} is no back-check.`);
  const { taskId, interviewId, mode } = draft.backCheck;
  const { name, version } = draft.instrument;
  const kept = note.trim().slice(0, LONGEST_NOTE);
  await put(by, draft.tabletId, {
    waymark: 'backcheck',
    id: draft.id,
    studyId: draft.studyId,
    taskId,
    interviewId,
    branch: draft.branch,
    enumerator: draft.enumerator,
    instrument: { name, version },
    mode,
    outcome: answers === null ? 'refused' : 'completed',
    answers: answers ?? {},
    startedAt: draft.startedAt,
    finishedAt: isoWithOffset(by.nowMs),
    ...(answers !== null && kept !== '' && { note: kept }),
    appVersion: appVersion(),
  });
}

/** The most that a back-check may say beside its answers. */
const LONGEST_NOTE = 1000;
