import { ARCHETYPES } from '../../../contracts/archetype.ts';
import { WaymarkError } from '../../../contracts/errors.ts';
import type { Quota, SetupChange } from '../../../contracts/study-setup.ts';
import type { Codebook } from '../../../contracts/codebook.ts';
import type { SetupRecord, StudyRecord } from '../../storage/port.ts';
import type { Actor } from '../audit/actor.ts';
import { audited } from '../audit/audited.ts';
import { substantiveValues, tableVariables } from '../column-builder.ts';
import type { Context } from '../context.ts';
import { findStudy } from '../find-study.ts';
import { loadStudyCodebook } from '../load-study-codebook.ts';
import { newerVersions } from './read-setup.ts';

/**
 * Changes how a study is laid out, all of what is given or nothing.
 *
 * @throws WaymarkError NOT_FOUND for the study, a branch or a version, INVALID_REQUEST for what does not
 *   fit together, UNKNOWN_COLUMN and UNKNOWN_CODE for a quota's variable and code
 */
export async function changeSetup(
  context: Context,
  studyId: string,
  change: SetupChange,
  actor?: Actor,
): Promise<void> {
  const { store, clock } = context;
  const study = await findStudy(store, studyId);
  refuseStrangers(study, change);
  if (change.waves !== undefined) await refuseWaves(context, study, change.waves);
  if (change.quotas !== undefined) {
    const { codebook } = await loadStudyCodebook(store, study);
    for (const quota of change.quotas) refuseQuota(codebook, quota);
    refuseTwins(change.quotas);
  }
  const { version, clients, ...rest } = change;
  if (version !== undefined && !newerVersions(study).includes(version))
    throw new WaymarkError(
      'NOT_FOUND',
      `The study works with ${study.instrument.name} ${study.instrument.version}; it cannot move to "${version}".`,
      `It may move to: ${newerVersions(study).join(', ') || 'nothing newer is published'}.`,
    );
  const note = {
    actor,
    action: 'studies.manage',
    target: `study:${study.id}`,
    detail: `changed: ${Object.keys(change).sort().join(', ')}${version === undefined ? '' : ` (${version})`}`,
  };
  await audited(context, note, async (inner) => {
    const before = await inner.studies.setup(study.id);
    refuseDates({ ...before, ...without(rest) });
    await inner.studies.changeSetup(study.id, {
      ...without(rest),
      ...(clients === undefined
        ? {}
        : { clients: new Map(clients.map(({ branch, clients: count }) => [branch, count])) }),
    });
    if (version !== undefined) await inner.studies.moveToVersion(study.id, version, clock().toISOString());
  });
}

/** Without what was not given. */
const without = (
  change: Pick<SetupChange, 'startsOn' | 'endsOn' | 'waves' | 'quotas'>,
): Partial<Omit<SetupRecord, 'versions' | 'clients'>> =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));

function refuseDates({ startsOn, endsOn }: Pick<SetupRecord, 'startsOn' | 'endsOn'>): void {
  if (startsOn === null || endsOn === null || startsOn <= endsOn) return;
  throw new WaymarkError(
    'INVALID_REQUEST',
    `The study would end (${endsOn}) before it starts (${startsOn}).`,
    'Give a last day that is not before the first.',
  );
}

function refuseStrangers(study: StudyRecord, { clients = [], quotas = [] }: SetupChange): void {
  const named = [...clients, ...quotas].flatMap(({ branch }) => (branch === null ? [] : [branch]));
  const unknown = named.find((branch) => !study.branches.some(({ code }) => code === branch));
  if (unknown !== undefined)
    throw new WaymarkError(
      'NOT_FOUND',
      `The study "${study.id}" has no branch "${unknown}".`,
      `Its branches are: ${study.branches.map(({ code }) => code).join(', ')}.`,
    );
}

async function refuseWaves(
  { store }: Context,
  study: StudyRecord,
  waves: NonNullable<SetupChange['waves']>,
): Promise<void> {
  const numbers = new Set(waves.map(({ number }) => number));
  if (numbers.size < waves.length)
    throw new WaymarkError('INVALID_REQUEST', 'A wave number stands twice.', 'Number each wave once.');
  const used = (await store.cases.list(study.id)).find(({ wave }) => wave !== null && !numbers.has(wave));
  if (used !== undefined)
    throw new WaymarkError(
      'INVALID_REQUEST',
      `Wave ${String(used.wave)} cannot go: the respondent list has people of it.`,
      'Keep the wave; its name and dates may change.',
    );
}

function refuseQuota(codebook: Codebook, { variable, code }: Quota): void {
  if (variable === null) return;
  const known = tableVariables(codebook);
  const found = known.find(({ name }) => name === variable);
  if (variable !== 'archetype' && found === undefined)
    throw new WaymarkError(
      'UNKNOWN_COLUMN',
      `A quota cannot be set on "${variable}".`,
      `Use archetype, or one of: ${known.map(({ name }) => name).join(', ')}.`,
    );
  const codes = found === undefined ? [...ARCHETYPES] : substantiveValues(found).map((value) => value.code);
  if (!codes.some((one) => one === code))
    throw new WaymarkError(
      'UNKNOWN_CODE',
      `"${variable}" has no code "${String(code)}".`,
      `Its codes are: ${codes.join(', ')}.`,
    );
}

function refuseTwins(quotas: readonly Quota[]): void {
  const keys = quotas.map(({ branch, variable, code }) => JSON.stringify([branch, variable, code]));
  if (new Set(keys).size < keys.length)
    throw new WaymarkError(
      'INVALID_REQUEST',
      'A group stands twice among the quotas.',
      'Name each group once.',
    );
}
