import type { QuotaBoard } from '../../contracts/study-setup.ts';
import type { Board } from '../../contracts/supervision.ts';

/** A branch, a group, or a group in a branch with fewer interviews than expected by today. */
export interface Behind {
  /** Name of the branch; null: all branches. */
  readonly branch: string | null;
  /** The group in words; null: everybody. */
  readonly group: string | null;
  /** Interviews that are missing, 1 or more. */
  readonly gap: number;
}

/**
 * Who is behind the targets of branches and the quotas, the largest gap first. A branch with a target and a quota of
 * everybody stands there once, with the larger gap.
 */
export function listBehind(branches: Board['branches'], quotas: QuotaBoard): Behind[] {
  const all: Behind[] = [
    ...branches.map(({ name, expected, completed }) => ({
      ...{ branch: name, group: null },
      gap: (expected ?? 0) - completed,
    })),
    ...quotas.map(({ branchName, label, expected, completed }) => ({
      ...{ branch: branchName, group: label },
      gap: (expected ?? 0) - completed,
    })),
  ];
  const worst = new Map<string, Behind>();
  for (const one of all) {
    const key = JSON.stringify([one.branch, one.group]);
    if (one.gap > (worst.get(key)?.gap ?? 0)) worst.set(key, one);
  }
  return [...worst.values()].toSorted((a, b) => b.gap - a.gap);
}
