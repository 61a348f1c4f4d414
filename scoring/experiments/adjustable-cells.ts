/** Respondents and sums of the outcome per arm and segment; cell (arm, segment) at arm × segments + segment. */
export interface CellSums {
  readonly n: Float64Array;
  readonly sum: Float64Array;
}

export interface UsedCell {
  readonly arm: number;
  readonly segment: number;
  readonly n: number;
  readonly sum: number;
}

/** What an interaction can be told from. */
export interface AdjustableCells {
  readonly used: readonly UsedCell[];
  /** Cells less the coefficients that main effects need. */
  readonly degreesOfFreedom: number;
  readonly reasons: string[];
}

/**
 * The cells with respondents, without arms and segments that say nothing about an interaction: those
 * with nobody and, for shares, those where nobody or everybody has the outcome (again, until none is left).
 */
export function adjustableCells(
  { n, sum }: CellSums,
  arms: readonly string[],
  segments: readonly string[],
  shares: boolean,
): AdjustableCells {
  const reasons: string[] = [];
  let used: UsedCell[] = [];
  for (let arm = 0; arm < arms.length; arm += 1)
    for (let segment = 0; segment < segments.length; segment += 1) {
      const cell = arm * segments.length + segment;
      if (n[cell]! > 0) used.push({ arm, segment, n: n[cell]!, sum: sum[cell]! });
    }
  if (used.length < arms.length * segments.length)
    reasons.push('Some arms have nobody in some segments; these cells are left out.');
  for (let again = shares; again;) {
    again = false;
    for (const [side, names] of [
      ['arm', arms],
      ['segment', segments],
    ] as const)
      names.forEach((name, place) => {
        const here = used.filter((cell) => cell[side] === place);
        const total = here.reduce((count, cell) => count + cell.n, 0);
        const successes = here.reduce((count, cell) => count + cell.sum, 0);
        if (here.length === 0 || (successes > 0 && successes < total)) return;
        used = used.filter((cell) => cell[side] !== place);
        reasons.push(
          `The ${side} "${name}" is left out: ${successes === 0 ? 'nobody' : 'everybody'} there has the outcome.`,
        );
        again = true;
      });
  }
  return { used, degreesOfFreedom: used.length === 0 ? 0 : used.length - mainEffects(used), reasons };
}

/** Coefficients that arm + segment needs: levels used, less one for each part that hangs together. */
function mainEffects(used: readonly UsedCell[]): number {
  const group = new Map<string, string>();
  const find = (key: string): string => {
    let root = key;
    while (group.get(root) !== root) root = group.get(root)!;
    return root;
  };
  for (const { arm, segment } of used) {
    const keys = [`a${arm}`, `s${segment}`] as const;
    for (const key of keys) if (!group.has(key)) group.set(key, key);
    group.set(find(keys[0]), find(keys[1]));
  }
  const parts = [...group].filter(([key, parent]) => key === parent).length;
  return group.size - parts;
}
