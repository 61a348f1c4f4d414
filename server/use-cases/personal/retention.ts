import type { PersonalOverview, Retention, StudyPersonal } from '../../../contracts/personal.ts';
import type { Kept } from '../../storage/personal-port.ts';
import type { Store, StudyRecord } from '../../storage/port.ts';
import { COMMAND, type Actor } from '../audit/actor.ts';
import { audited } from '../audit/audited.ts';
import type { Context } from '../context.ts';
import { findStudy } from '../find-study.ts';

/** The institution's own setting stands under this id. */
const INSTITUTION = '';
const DAY_MS = 86_400_000;

/** Sets how long personal data is kept, of one study or (null) of all without a setting of their own. */
export async function setRetention(
  context: Context,
  wanted: { readonly studyId: string | null; readonly retention: Retention | null; readonly actor?: Actor },
): Promise<void> {
  const { studyId, retention, actor = COMMAND } = wanted;
  if (studyId !== null) await findStudy(context.store, studyId);
  const note = {
    actor,
    action: 'personal.retain',
    target: studyId === null ? 'institution' : `study:${studyId}`,
    detail: retention === null ? 'no setting' : `${retention.days} days from ${retention.countedFrom}`,
  };
  const by = actor.name ?? actor.kind;
  await audited(context, note, (store) =>
    store.retention.set(studyId ?? INSTITUTION, retention, by, context.clock().toISOString()),
  );
}

/** What is kept of each study, what of it will be removed when, and who was erased. */
export async function readPersonalOverview({ store, clock }: Context): Promise<PersonalOverview> {
  const settings = await store.retention.list();
  const studies = await store.studies.list();
  return {
    institution: settings.get(INSTITUTION) ?? null,
    studies: await Promise.all(studies.map((study) => overviewOf(store, study, settings, clock()))),
    erasures: (await store.erasures.list()).toReversed(),
  };
}

async function overviewOf(
  store: Store,
  study: StudyRecord,
  settings: ReadonlyMap<string, Retention>,
  now: Date,
): Promise<StudyPersonal> {
  const own = settings.get(study.id) ?? null;
  const holds = own ?? settings.get(INSTITUTION) ?? null;
  const all = await store.retention.kept(study.id);
  const fieldworkEnd = await store.retention.fieldworkEnd(study.id);
  const limit = holds && limitOf(holds, fieldworkEnd, now);
  const due = limit ? await store.retention.kept(study.id, limit.receivedBefore) : null;
  return {
    ...{ id: study.id, title: study.title, synthetic: study.synthetic, own, holds },
    records: all.records,
    contacts: all.contacts,
    attachments: all.attachments,
    due: due === null ? 0 : sumOf(due),
    nextOn: limit && nextRemoval(limit, all),
    awaitsFieldworkEnd: holds?.countedFrom === 'fieldwork' && fieldworkEnd === null,
  };
}

const sumOf = ({ records, contacts, attachments, draftCopies }: Kept): number =>
  records + contacts + attachments + draftCopies;

interface Limit {
  /** What was received before it is past its time now. */
  readonly receivedBefore: string;
  /** Day on which a record received at a moment goes. */
  readonly goesOn: (receivedAt: string) => string;
}

/** What a setting means now; null where it cannot be told yet. */
function limitOf({ days, countedFrom }: Retention, fieldworkEnd: string | null, now: Date): Limit | null {
  if (countedFrom === 'receipt')
    return {
      receivedBefore: new Date(now.getTime() - days * DAY_MS).toISOString(),
      goesOn: (receivedAt) => dayAfter(Date.parse(receivedAt), days),
    };
  if (fieldworkEnd === null) return null;
  const end = Date.parse(`${fieldworkEnd}T00:00:00.000Z`) + DAY_MS;
  const isOver = now.getTime() >= end + days * DAY_MS;
  return {
    receivedBefore: isOver ? now.toISOString() : '',
    goesOn: () => dayAfter(end, days),
  };
}

const dayAfter = (fromMs: number, days: number): string =>
  new Date(fromMs + days * DAY_MS).toISOString().slice(0, 10);

const nextRemoval = ({ goesOn }: Limit, { oldest }: Kept): string | null =>
  oldest === null ? null : goesOn(oldest);

/** What the removal of one study did, or would do. */
export interface Purged {
  readonly studyId: string;
  readonly records: number;
  /** Of the records, those that could not be read and are gone whole. */
  readonly unreadable: number;
  readonly contacts: number;
  readonly attachments: number;
  readonly draftCopies: number;
}

/**
 * Removes what is past its time: names, contacts, notes, places, of each study that has a setting. Answers and
 * counts stay. With `dryRun`, only says what it would remove.
 *
 * @returns studies with something to remove
 */
export async function purgePersonalData(
  context: Context,
  { dryRun = false, actor = COMMAND }: { readonly dryRun?: boolean; readonly actor?: Actor } = {},
): Promise<Purged[]> {
  const { store, clock } = context;
  const settings = await store.retention.list();
  const purged: Purged[] = [];
  for (const { id: studyId } of await store.studies.list()) {
    const holds = settings.get(studyId) ?? settings.get(INSTITUTION);
    if (holds === undefined) continue;
    const limit = limitOf(holds, await store.retention.fieldworkEnd(studyId), clock());
    if (limit === null) continue;
    const kept = await store.retention.kept(studyId, limit.receivedBefore);
    const { records, unreadable, contacts, attachments, draftCopies } = kept;
    if (sumOf(kept) === 0) continue;
    purged.push({ studyId, records, unreadable, contacts, attachments, draftCopies });
    if (dryRun) continue;
    const note = {
      actor,
      action: 'personal.purge',
      target: `study:${studyId}`,
      detail: `${records} records, ${unreadable} of them unreadable and gone whole, ${contacts} contacts, ${attachments} photos, ${draftCopies} copies of unfinished interviews, received before ${limit.receivedBefore}`,
    };
    await audited(context, note, (inner) => inner.retention.purge(studyId, limit.receivedBefore));
  }
  if (purged.length > 0 && !dryRun) await store.erasures.scrub();
  return purged;
}
