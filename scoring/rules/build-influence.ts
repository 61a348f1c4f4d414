import type { Codebook } from '../../contracts/codebook.ts';
import type { Condition } from '../../contracts/condition.ts';
import { conditionReferences } from '../conditions/condition-references.ts';
import type { IndexedVariable } from '../items/index-variables.ts';

export interface Influence {
  /** 1 per variable whose answer can change how the condition stands: named in it or its facts, counted in a score it compares, or deciding whether one of those is asked. */
  on(condition: Condition): Uint8Array;
  /** 1 per variable that decides whether another is asked. */
  readonly opensOthers: Uint8Array;
}

/** Finds which answers have a say in which conditions, skip logic followed all the way back. */
export function buildInfluence(
  codebook: Codebook,
  variables: ReadonlyMap<string, IndexedVariable>,
): Influence {
  const { facts } = codebook.model;
  const byName = new Map(codebook.variables.map((variable) => [variable.name, variable]));
  const itemsOf = (condition: Condition): string[] => {
    const { items, thresholds } = conditionReferences([condition], facts);
    const scores = new Set(thresholds.map(({ score }) => score));
    const counted = codebook.variables.filter(
      ({ scoring }) => scoring !== undefined && scores.has(scoring.score),
    );
    return [...items, ...counted.map(({ name }) => name)];
  };
  const opensOthers = new Uint8Array(variables.size);
  for (const { appliesWhen } of codebook.variables)
    if (appliesWhen !== undefined)
      for (const item of itemsOf(appliesWhen)) mark(opensOthers, variables, item);

  return {
    opensOthers,
    on: (condition) => {
      const set = new Uint8Array(variables.size);
      const waiting = itemsOf(condition);
      for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) {
        if (!mark(set, variables, item)) continue;
        const appliesWhen = byName.get(item)?.appliesWhen;
        if (appliesWhen !== undefined) waiting.push(...itemsOf(appliesWhen));
      }
      return set;
    },
  };
}

/** Puts the item into the set; false where it was there or is not known. */
function mark(set: Uint8Array, variables: ReadonlyMap<string, IndexedVariable>, item: string): boolean {
  const index = variables.get(item)?.index;
  if (index === undefined || set[index] === 1) return false;
  set[index] = 1;
  return true;
}
