import { randomUUID } from 'node:crypto';
import type { Codebook } from '../../contracts/codebook.ts';
import { WaymarkError } from '../../contracts/errors.ts';
import type { SetupChange } from '../../contracts/study-setup.ts';
import type { BranchRecord, Store, StoreInTransaction, StudyRecord } from '../storage/port.ts';
import type { Target } from '../../contracts/supervision.ts';
import type { Actor } from './audit/actor.ts';
import { audited } from './audit/audited.ts';
import type { Context } from './context.ts';
import { loadStudyCodebook } from './load-study-codebook.ts';
import { checkSetup, refuseDates, toSetupRecord, type SetupGround } from './studies/check-setup.ts';
import { sha256 } from './sha256.ts';

export interface NewStudy {
  /** Absent: a random one. */
  readonly id?: string;
  readonly title: string;
  readonly synthetic: boolean;
  /** An instrument of ours, or the codebook of data that Waymark did not collect. */
  readonly source:
    | { readonly instrument: { readonly name: string; readonly version: string } }
    | { readonly codebook: Codebook };
  readonly branches: readonly BranchRecord[];
  /** Dates, waves, the frame and quotas, where they are known. */
  readonly layout?: Omit<SetupChange, 'version'>;
  /** Interviews wanted of branches. */
  readonly targets?: readonly Target[];
  /** Refuses it within the transaction, so that one sent twice at once is not made twice. */
  readonly refuse?: (store: StoreInTransaction) => Promise<void>;
  /** Absent: the command line. */
  readonly actor?: Actor;
  readonly quotaAt?: SetupGround['quotaAt'];
}

/** Throws INVALID_REQUEST where there is a study of that id already. */
export async function refuseTakenId(store: Store, id: string): Promise<void> {
  if (!(await store.studies.find(id))) return;
  throw new WaymarkError(
    'INVALID_REQUEST',
    `There is already a study with the id "${id}".`,
    'Choose another id, or leave out the title to add to the study that is there.',
  );
}

/**
 * Adds a study. A codebook it brings is stored beside it, by hash. Throws INVALID_REQUEST where the id is
 * taken or the title is empty, and what `checkSetup` throws.
 */
export async function createStudy(context: Context, study: NewStudy): Promise<StudyRecord> {
  const { store, clock } = context;
  if (study.title.trim() === '')
    throw new WaymarkError(
      'INVALID_REQUEST',
      'The study has no title.',
      'Give it one that people will know.',
    );
  if (study.id !== undefined) await refuseTakenId(store, study.id);
  const codebookText = 'codebook' in study.source ? JSON.stringify(study.source.codebook) : undefined;
  const record: StudyRecord = {
    id: study.id ?? randomUUID(),
    title: study.title,
    synthetic: study.synthetic,
    instrument:
      'codebook' in study.source
        ? { name: study.source.codebook.name, version: study.source.codebook.version }
        : study.source.instrument,
    codebookHash: codebookText === undefined ? null : sha256(codebookText),
    branches: study.branches,
    createdAt: clock().toISOString(),
  };
  const { actor, layout, source, targets = [] } = study;
  const note = { actor, action: 'study.add', target: `study:${record.id}`, detail: record.title };
  if (layout !== undefined) {
    const { startsOn = null, endsOn = null } = layout;
    refuseDates({ startsOn, endsOn });
    await checkSetup(record, layout, {
      codebook: async () =>
        'codebook' in source ? source.codebook : (await loadStudyCodebook(store, record)).codebook,
      targets: new Map(targets.map(({ branch, interviews }) => [branch, interviews])),
      quotaAt: study.quotaAt,
    });
  }
  await audited(context, note, async (inner) => {
    await study.refuse?.(inner);
    await inner.studies.add(record, codebookText);
    if (layout !== undefined) await inner.studies.changeSetup(record.id, toSetupRecord(layout));
    if (targets.length > 0)
      await inner.supervision.setTargets(record.id, targets, actor?.id ?? 'waymark', record.createdAt);
  });
  return record;
}
