import { WaymarkError } from '../../../contracts/errors.ts';
import type { SetupChange } from '../../../contracts/study-setup.ts';
import type { Actor } from '../audit/actor.ts';
import { audited } from '../audit/audited.ts';
import type { Context } from '../context.ts';
import { findStudy } from '../find-study.ts';
import { loadStudyCodebook } from '../load-study-codebook.ts';
import { checkSetup, refuseDates, toSetupRecord, type SetupGround } from './check-setup.ts';
import { newerVersions } from './read-setup.ts';

/**
 * Changes how a study is laid out, all of what is given or nothing.
 *
 * @throws WaymarkError NOT_FOUND for the study or a version, INVALID_REQUEST where a wave would go of which the
 *   list has people, and what `checkSetup` throws
 */
export async function changeSetup(
  context: Context,
  studyId: string,
  change: SetupChange,
  { actor, quotaAt }: { readonly actor?: Actor } & Pick<SetupGround, 'quotaAt'> = {},
): Promise<void> {
  const { store, clock } = context;
  const study = await findStudy(store, studyId);
  const targets = new Map(
    (await store.supervision.listTargets(study.id)).map(({ branch, interviews }) => [branch, interviews]),
  );
  const codebook = async () => (await loadStudyCodebook(store, study)).codebook;
  await checkSetup(study, change, { codebook, targets, quotaAt });
  const { version } = change;
  const newer = newerVersions(study);
  if (version !== undefined && !newer.includes(version))
    throw new WaymarkError(
      'NOT_FOUND',
      `The study works with ${study.instrument.name} ${study.instrument.version}; it cannot move to "${version}".`,
      `It may move to: ${newer.join(', ') || 'nothing newer is published'}.`,
    );
  const note = {
    actor,
    action: 'studies.manage',
    target: `study:${study.id}`,
    detail: `changed: ${Object.keys(change).sort().join(', ')}${version === undefined ? '' : ` (${version})`}`,
  };
  await audited(context, note, async (inner) => {
    const record = toSetupRecord(change);
    refuseDates({ ...(await inner.studies.setup(study.id)), ...record });
    if (change.waves !== undefined) {
      const numbers = new Set(change.waves.map(({ number }) => number));
      const cases = await inner.cases.list(study.id);
      const used = cases.find(({ wave }) => wave !== null && !numbers.has(wave));
      if (used !== undefined)
        throw new WaymarkError(
          'INVALID_REQUEST',
          `Wave ${String(used.wave)} cannot go: the respondent list has people of it.`,
          'Keep the wave; its name and dates may change.',
        );
    }
    await inner.studies.changeSetup(study.id, record);
    if (version !== undefined) await inner.studies.moveToVersion(study.id, version, clock().toISOString());
  });
}
