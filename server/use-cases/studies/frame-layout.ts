import { WaymarkError } from '../../../contracts/errors.ts';
import type { SetupChange } from '../../../contracts/study-setup.ts';
import type { Target } from '../../../contracts/supervision.ts';
import type { FrameLine } from '../../imports/read-frame-file.ts';
import type { BranchRecord } from '../../storage/port.ts';

/**
 * What a frame says of a study: its branches, their clients where any are known, and targets over its days.
 *
 * @throws WaymarkError INVALID_REQUEST for a target where the days are not known
 */
export function frameLayout(
  frame: readonly FrameLine[],
  days: { readonly startsOn?: string | null | undefined; readonly endsOn?: string | null | undefined },
): {
  readonly branches: BranchRecord[];
  readonly clients: Pick<SetupChange, 'clients'>;
  readonly targets: Target[];
} {
  const { startsOn, endsOn } = days;
  return {
    branches: frame.map(({ code, name, weight }) => ({ code, name, weight })),
    clients: frame.some(({ clients }) => clients !== null)
      ? { clients: frame.map(({ code, clients }) => ({ branch: code, clients })) }
      : {},
    targets: frame.flatMap(({ code, target }) => {
      if (target === null) return [];
      if (!startsOn || !endsOn)
        throw new WaymarkError(
          'INVALID_REQUEST',
          `The branch "${code}" has a target, but the study has no first and last day.`,
          'Give both days, or leave out the column target.',
        );
      return [{ branch: code, interviews: target, startsOn, endsOn }];
    }),
  };
}
