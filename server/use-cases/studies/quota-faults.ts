import { ARCHETYPES } from '../../../contracts/archetype.ts';
import type { Codebook } from '../../../contracts/codebook.ts';
import type { ErrorCode } from '../../../contracts/errors.ts';
import type { Quota } from '../../../contracts/study-setup.ts';
import { substantiveValues, tableVariables } from '../column-builder.ts';

/** What is wrong with some quotas, by their places in the list. */
export interface QuotaFault {
  readonly at: readonly number[];
  readonly code: ErrorCode;
  readonly text: string;
  readonly hint: string;
}

/** What quotas are held against. */
export interface QuotaGround {
  readonly branches: readonly string[];
  readonly codebook: Codebook;
  /** Interviews wanted of each branch, as its target says. */
  readonly targets: ReadonlyMap<string, number>;
}

/** A quota with its place in the list. */
type Placed = Quota & { readonly at: number };

/**
 * All that is wrong with a list of quotas: what names a branch, a variable or a code that is not there, the same group
 * twice, and numbers that cannot all be reached together. Parts may be fewer than their whole while some of the groups
 * have no quota: nobody said then how many those are.
 */
export function quotaFaults(quotas: readonly Quota[], ground: QuotaGround): QuotaFault[] {
  const placed = quotas.map((quota, at) => ({ ...quota, at }));
  const strange = placed.flatMap((quota) => stranger(quota, ground));
  // Sums over groups that are not there, or stand twice, would say nothing.
  const faults = [...strange, ...twins(placed)];
  return faults.length > 0 ? faults : contradictions(placed, ground);
}

/** Codes that a quota may name, by variable. */
function codesOf({ codebook }: QuotaGround, variable: string): readonly string[] | undefined {
  if (variable === 'archetype') return ARCHETYPES;
  const found = tableVariables(codebook).find(({ name }) => name === variable);
  return found && substantiveValues(found).map(({ code }) => code);
}

function stranger({ at, branch, variable, code }: Placed, ground: QuotaGround): QuotaFault[] {
  const faults: QuotaFault[] = [];
  if (branch !== null && !ground.branches.includes(branch))
    faults.push({
      ...{ at: [at], code: 'NOT_FOUND', text: `the study has no branch "${branch}"` },
      hint: `Its branches are: ${ground.branches.join(', ')}.`,
    });
  if (variable === null) return faults;
  const codes = codesOf(ground, variable);
  const known = tableVariables(ground.codebook).map(({ name }) => name);
  if (codes === undefined)
    faults.push({
      ...{ at: [at], code: 'UNKNOWN_COLUMN', text: `a quota cannot be set on "${variable}"` },
      hint: `Use archetype, or one of: ${known.join(', ')}.`,
    });
  else if (!codes.includes(code ?? ''))
    faults.push({
      ...{ at: [at], code: 'UNKNOWN_CODE', text: `"${variable}" has no code "${String(code)}"` },
      hint: `Its codes are: ${codes.join(', ')}.`,
    });
  return faults;
}

function twins(quotas: readonly Placed[]): QuotaFault[] {
  return groupsBy(quotas, ({ branch, variable, code }) => JSON.stringify([branch, variable, code])).flatMap(
    (same): QuotaFault[] =>
      same.length < 2
        ? []
        : [
            {
              ...{ at: same.map(({ at }) => at), code: 'INVALID_REQUEST' },
              ...{ text: 'the same group stands twice', hint: 'Name each group once.' },
            },
          ],
  );
}

function contradictions(quotas: readonly Placed[], ground: QuotaGround): QuotaFault[] {
  const parted = quotas.filter(({ variable }) => variable !== null);
  const ofBranches = parted.filter(({ branch }) => branch !== null);
  const totals = new Map(
    quotas.flatMap((quota) => (quota.variable === null ? [[quota.branch, quota] as const] : [])),
  );
  return [
    ...groupsBy(ofBranches, ({ branch, variable }) => JSON.stringify([branch, variable])).flatMap((parts) => {
      const [{ branch, variable } = {}] = parts;
      const total = totals.get(branch ?? '');
      const target = ground.targets.get(branch ?? '');
      const isComplete = parts.length === codesOf(ground, variable ?? '')?.length;
      const whole = total?.interviews ?? target;
      if (whole === undefined) return [];
      const name = `${total ? 'the quota' : 'the target'} of branch "${branch ?? ''}"`;
      return mismatch(parts, isComplete, { name, interviews: whole, at: total?.at });
    }),
    ...parted
      .filter(({ branch }) => branch === null)
      .flatMap((all) => {
        const parts = ofBranches.filter(
          ({ variable, code }) => variable === all.variable && code === all.code,
        );
        const isComplete = parts.length === ground.branches.length;
        const name = `the quota of all branches for "${all.variable ?? ''}" ${all.code ?? ''}`;
        return parts.length === 0 ? [] : mismatch(parts, isComplete, { ...all, name });
      }),
  ];
}

/** Parts that are more than their whole, or, where every part has a quota, fewer. */
function mismatch(
  parts: readonly Placed[],
  isComplete: boolean,
  whole: { readonly name: string; readonly interviews: number; readonly at: number | undefined },
): QuotaFault[] {
  const sum = parts.reduce((total, { interviews }) => total + interviews, 0);
  if (sum === whole.interviews || (sum < whole.interviews && !isComplete)) return [];
  return [
    {
      at: [...parts.map(({ at }) => at), ...(whole.at === undefined ? [] : [whole.at])],
      code: 'INVALID_REQUEST',
      text: `${parts.length > 1 ? 'together they want' : 'it wants'} ${sum}, and ${whole.name} is ${whole.interviews}`,
      hint: 'Change one of the numbers so that they agree.',
    },
  ];
}

function groupsBy(quotas: readonly Placed[], keyOf: (quota: Placed) => string): Placed[][] {
  const groups = new Map<string, Placed[]>();
  for (const quota of quotas) groups.set(keyOf(quota), [...(groups.get(keyOf(quota)) ?? []), quota]);
  return [...groups.values()];
}
