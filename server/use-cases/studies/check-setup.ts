import { ARCHETYPES } from '../../../contracts/archetype.ts';
import type { Codebook } from '../../../contracts/codebook.ts';
import { WaymarkError } from '../../../contracts/errors.ts';
import type { Quota, SetupChange } from '../../../contracts/study-setup.ts';
import type { SetupRecord, StudyRecord } from '../../storage/port.ts';
import { substantiveValues, tableVariables } from '../column-builder.ts';

/**
 * Throws where a change of how a study is laid out does not fit it: NOT_FOUND for a branch, INVALID_REQUEST for what
 * does not fit together, UNKNOWN_COLUMN and UNKNOWN_CODE for a quota's variable and code.
 *
 * @param codebook gives the study's codebook; asked only where there are quotas
 */
export async function checkSetup(
  study: Pick<StudyRecord, 'id' | 'branches'>,
  change: SetupChange,
  codebook: () => Promise<Codebook>,
): Promise<void> {
  refuseStrangers(study, change);
  if (new Set(change.waves?.map(({ number }) => number)).size < (change.waves?.length ?? 0))
    throw new WaymarkError('INVALID_REQUEST', 'A wave number stands twice.', 'Number each wave once.');
  if (change.quotas === undefined) return;
  const known = await codebook();
  for (const quota of change.quotas) refuseQuota(known, quota);
  refuseTwins(change.quotas);
}

/** A change as the store takes it: without what was not given. */
export const toSetupRecord = ({
  clients,
  startsOn,
  endsOn,
  waves,
  quotas,
}: SetupChange): Partial<Omit<SetupRecord, 'versions'>> => ({
  ...(startsOn === undefined ? {} : { startsOn }),
  ...(endsOn === undefined ? {} : { endsOn }),
  ...(waves === undefined ? {} : { waves }),
  ...(quotas === undefined ? {} : { quotas }),
  ...(clients === undefined
    ? {}
    : { clients: new Map(clients.map(({ branch, clients: count }) => [branch, count])) }),
});

/** Throws INVALID_REQUEST where the study would end before it starts. */
export function refuseDates({ startsOn, endsOn }: Pick<SetupRecord, 'startsOn' | 'endsOn'>): void {
  if (startsOn === null || endsOn === null || startsOn <= endsOn) return;
  throw new WaymarkError(
    'INVALID_REQUEST',
    `The study would end (${endsOn}) before it starts (${startsOn}).`,
    'Give a last day that is not before the first.',
  );
}

function refuseStrangers(
  study: Pick<StudyRecord, 'id' | 'branches'>,
  { clients = [], quotas = [] }: SetupChange,
): void {
  const named = [...clients, ...quotas].flatMap(({ branch }) => (branch === null ? [] : [branch]));
  const unknown = named.find((branch) => !study.branches.some(({ code }) => code === branch));
  if (unknown !== undefined)
    throw new WaymarkError(
      'NOT_FOUND',
      `The study "${study.id}" has no branch "${unknown}".`,
      `Its branches are: ${study.branches.map(({ code }) => code).join(', ')}.`,
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
