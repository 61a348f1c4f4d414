import { backCheckItemsSchema } from '../../contracts/back-check.ts';
import type { Codebook } from '../../contracts/codebook.ts';
import type { Condition } from '../../contracts/condition.ts';
import type { Finding } from './finding.ts';
import { walkCondition } from './walk-condition.ts';

/** Finds faults of a back-check's items: unknown ones, ones out of order, and ones whose skip logic asks for another. */
export function checkBackCheck(codebook: Codebook, input: unknown): Finding[] {
  const parsed = backCheckItemsSchema.safeParse(input);
  if (!parsed.success)
    return parsed.error.issues.map((issue) => ({
      code: 'UNREADABLE',
      where: `back-check.json: ${issue.path.join('.')}`,
      message: issue.message,
      hint: 'contracts/back-check.ts says what stands where.',
    }));
  const { items, identifying } = parsed.data;
  const places = new Map(codebook.variables.map((variable, place) => [variable.name, { variable, place }]));
  const findings: Finding[] = [];
  let before = -1;
  for (const item of items) {
    const found = places.get(item);
    const where = `back-check.json: ${item}`;
    if (found === undefined) {
      findings.push({
        code: 'UNKNOWN_ITEM',
        where,
        message: 'The instrument has no such item.',
        hint: 'Correct the name, or take it out.',
      });
      continue;
    }
    if (found.place <= before)
      findings.push({
        code: 'OUT_OF_ORDER',
        where,
        message: 'It stands twice, or after an item that the instrument asks later.',
        hint: 'List each item once, in the order of the instrument.',
      });
    before = Math.max(before, found.place);
    const { appliesWhen } = found.variable;
    for (const other of itemsOf(appliesWhen))
      if (!items.includes(other))
        findings.push({
          code: 'UNKNOWN_ITEM',
          where,
          message: `Whether it is asked hangs on "${other}", which is not among the items.`,
          hint: `Add "${other}" before it, or take this one out.`,
        });
  }
  for (const item of identifying)
    if (!items.includes(item))
      findings.push({
        code: 'UNKNOWN_ITEM',
        where: `back-check.json: identifying, ${item}`,
        message: 'It is not among the items.',
        hint: 'Add it to the items, or take it out here.',
      });
  return findings;
}

function itemsOf(condition: Condition | undefined): ReadonlySet<string> {
  const items = new Set<string>();
  if (condition)
    walkCondition(condition, (part) => {
      if ('item' in part) items.add(part.item);
      else if ('answered' in part) items.add(part.answered);
    });
  return items;
}
