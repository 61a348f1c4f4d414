import type { Visit, VisitOutcome } from '../../../contracts/visit.ts';
import { isoWithOffset } from '../iso-with-offset.ts';
import type { DeviceDatabase } from '../open-database.ts';
import { putInOutbox } from '../put-in-outbox.ts';
import { readEnrolment } from '../read-enrolment.ts';
import type { Vault } from '../vault/vault.ts';
import { boxMark } from './mark.ts';

/** How a visit ended that gave no interview. */
export interface VisitEnd {
  readonly caseId: string;
  readonly branch: string;
  readonly outcome: VisitOutcome;
  /** For `call-back`: the day (2026-11-22), and the hour of it (0–23) where one was named. */
  readonly callBack?: { readonly day: string; readonly hour: number | null } | undefined;
  /** Kept as it is but for blanks around it; empty for none. */
  readonly note: string;
  /** Of an unfinished interview of hers on this tablet. */
  readonly interviewId?: string | undefined;
}

/** A local day and hour, with the offset that holds there then. */
const atHour = (day: string, hour: number): string =>
  isoWithOffset(new Date(`${day}T${String(hour).padStart(2, '0')}:00:00`).getTime());

/**
 * Records how a visit ended: sealed and in the outbox, and marked on the list, in one transaction. Gives the
 * record's id. Rejects if storage fails, or the tablet is not linked; then nothing has changed.
 */
export async function recordVisit(
  { database, vault, nowMs }: { database: DeviceDatabase; vault: Vault; nowMs: number },
  { caseId, branch, outcome, callBack, note, interviewId }: VisitEnd,
): Promise<string> {
  const link = await readEnrolment(database);
  if (link === null) throw new Error('This tablet is not linked to a study.');
  const at = isoWithOffset(nowMs);
  const hour = callBack?.hour ?? null;
  const callBackAt = callBack === undefined || hour === null ? undefined : atHour(callBack.day, hour);
  const visit: Visit = {
    waymark: 'visit',
    id: crypto.randomUUID(),
    studyId: link.study.id,
    caseId,
    branch,
    enumerator: vault.name,
    outcome,
    at,
    ...(callBack !== undefined && { callBackOn: callBack.day }),
    ...(callBackAt !== undefined && { callBackAt }),
    ...(note.trim() !== '' && { note: note.trim() }),
    ...(interviewId !== undefined && { interviewId }),
    appVersion: import.meta.env.WAYMARK_VERSION ?? 'development',
  };
  const named = callBackAt ?? callBack?.day;
  await putInOutbox(database, {
    id: visit.id,
    tabletId: link.tabletId,
    finishedAt: at,
    text: JSON.stringify(visit),
    mark: boxMark(vault, visit.id, {
      studyId: link.study.id,
      at,
      caseId,
      outcome,
      ...(named !== undefined && { callBackAt: named }),
    }),
  });
  return visit.id;
}
