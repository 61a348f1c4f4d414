import type { Codebook } from '../../../contracts/codebook.ts';
import { WaymarkError } from '../../../contracts/errors.ts';
import type { Quota, SetupChange } from '../../../contracts/study-setup.ts';
import type { SetupRecord, StudyRecord } from '../../storage/port.ts';
import { quotaFaults, type QuotaGround } from './quota-faults.ts';

/** Faults that one message names; a file can have thousands. */
const MOST_FAULTS = 10;

/** What a change is held against, beside the study itself. */
export interface SetupGround {
  /** Gives the study's codebook; asked only where there are quotas. */
  readonly codebook: () => Promise<Codebook>;
  /** Interviews wanted of each branch, as its target says. */
  readonly targets: ReadonlyMap<string, number>;
  /** How a message names a quota by its place in the list, as a line of a file; else `quota 1`. */
  readonly quotaAt?: ((place: number) => string) | undefined;
}

/**
 * Throws where a change of how a study is laid out does not fit it: NOT_FOUND for a branch, INVALID_REQUEST for what
 * does not fit together, UNKNOWN_COLUMN and UNKNOWN_CODE for a quota's variable and code.
 */
export async function checkSetup(
  study: Pick<StudyRecord, 'id' | 'branches'>,
  change: SetupChange,
  { codebook, targets, quotaAt }: SetupGround,
): Promise<void> {
  refuseStrangers(study, change);
  if (new Set(change.waves?.map(({ number }) => number)).size < (change.waves?.length ?? 0))
    throw new WaymarkError('INVALID_REQUEST', 'A wave number stands twice.', 'Number each wave once.');
  if (change.quotas === undefined) return;
  const branches = study.branches.map(({ code }) => code);
  refuseQuotas(change.quotas, { branches, codebook: await codebook(), targets }, quotaAt);
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

function refuseStrangers(study: Pick<StudyRecord, 'id' | 'branches'>, { clients = [] }: SetupChange): void {
  const unknown = clients.find(({ branch }) => !study.branches.some(({ code }) => code === branch));
  if (unknown !== undefined)
    throw new WaymarkError(
      'NOT_FOUND',
      `The study "${study.id}" has no branch "${unknown.branch}".`,
      `Its branches are: ${study.branches.map(({ code }) => code).join(', ')}.`,
    );
}

/** Throws one error that names every quota that is wrong, as `at` names them. */
function refuseQuotas(
  quotas: readonly Quota[],
  ground: QuotaGround,
  at: (place: number) => string = (place) => `quota ${place + 1}`,
): void {
  const faults = quotaFaults(quotas, ground);
  const [first] = faults;
  if (first === undefined) return;
  const said = faults
    .slice(0, MOST_FAULTS)
    .map((fault) => `${fault.at.map(at).join(' and ')}: ${fault.text}`);
  const more = faults.length > said.length ? `; and ${faults.length - said.length} more` : '';
  const hints = [...new Set(faults.slice(0, MOST_FAULTS).map(({ hint }) => hint))];
  throw new WaymarkError(
    new Set(faults.map(({ code }) => code)).size === 1 ? first.code : 'INVALID_REQUEST',
    `Nothing was changed. ${said.join('; ')}${more}.`,
    hints.join(' '),
  );
}
