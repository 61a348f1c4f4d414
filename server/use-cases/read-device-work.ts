import type { DeviceWork, WorkCase } from '../../contracts/work.ts';
import type { StudyRecord, TabletRecord } from '../storage/port.ts';
import { backChecksFor } from './back-checks/back-check-form.ts';
import { readCases } from './cases/read-cases.ts';
import type { Context } from './context.ts';
import { findStudy } from './find-study.ts';
import { inScope } from './in-scope.ts';
import { returnedTo } from './review/returned-to.ts';
import { sha256 } from './sha256.ts';

type Lists = Omit<DeviceWork, 'version'>;

const NOTHING: Lists = { cases: [], returned: [], backChecks: [] };

/** What the enumerators of a tablet have to do, in its branches. Nothing for a revoked one. */
export async function readDeviceWork(context: Context, tablet: TabletRecord): Promise<DeviceWork> {
  const lists = tablet.revokedAt === null ? await listsOf(context, tablet) : NOTHING;
  return { version: sha256(JSON.stringify(lists)), ...lists };
}

async function listsOf(context: Context, tablet: TabletRecord): Promise<Lists> {
  const study = await findStudy(context.store, tablet.studyId);
  const [cases, returned, backChecks] = await Promise.all([
    casesOf(context, study, tablet),
    returnedTo(context.store, tablet),
    backChecksFor(context.store, tablet),
  ]);
  return { cases, returned, backChecks };
}

/**
 * The cases of its branches that are given to it, or to nobody, without those who were erased and those closed. Work of a tablet that
 * was revoked is nobody's.
 */
async function casesOf(context: Context, study: StudyRecord, tablet: TabletRecord): Promise<WorkCase[]> {
  const erased = await context.store.erasures.cases(study.id);
  const tablets = await context.store.tablets.list();
  const working = new Set(tablets.filter(({ revokedAt }) => revokedAt === null).map(({ id }) => id));
  const isOthers = (tabletId: string | null): boolean =>
    tabletId !== null && tabletId !== tablet.id && working.has(tabletId);
  const cases = (await readCases(context, study)).filter(
    ({ id, branch, tabletId, closedReason }) =>
      closedReason === undefined &&
      !erased.has(id) &&
      inScope(tablet.branches, branch) &&
      !isOthers(tabletId),
  );
  const contacts = await context.store.cases.contacts(
    study.id,
    cases.map(({ id }) => id),
  );
  return cases.map(({ id, branch, wave, tabletId, standing }) => ({
    ...contacts.get(id),
    ...{ id, branch, wave },
    assigned: tabletId === tablet.id,
    attempts: standing.attempts,
    ...(standing.outcome === null ? {} : { lastOutcome: standing.outcome }),
    ...(standing.callBackAt === null ? {} : { callBackAt: standing.callBackAt }),
    done: standing.done,
  }));
}
