import type { Codebook } from '../../contracts/codebook.ts';
import type { Condition } from '../../contracts/condition.ts';
import { conditionReferences } from '../../scoring/conditions/condition-references.ts';

/**
 * Names of the items without which respondents cannot be scored: those with points, those that
 * rules and caps refer to, and those the skip logic of such items asks about. A file must have
 * their columns.
 */
export function itemsInUse(codebook: Codebook): ReadonlySet<string> {
  const { facts, rules, caps } = codebook.model;
  const referred = (conditions: readonly Condition[]): ReadonlySet<string> =>
    conditionReferences(conditions, facts).items;
  const used = new Set([
    ...codebook.variables.filter(({ scoring }) => scoring !== undefined).map(({ name }) => name),
    ...referred([
      ...rules.flatMap(({ all }) => all.map(({ when }) => when)),
      ...caps.map(({ when }) => when),
    ]),
  ]);
  const skipLogic = new Map(codebook.variables.map(({ name, appliesWhen }) => [name, appliesWhen]));
  // A Set visits what is added while it is walked, so this follows the chain to its end.
  for (const name of used) {
    const appliesWhen = skipLogic.get(name);
    if (appliesWhen !== undefined) for (const item of referred([appliesWhen])) used.add(item);
  }
  return used;
}
