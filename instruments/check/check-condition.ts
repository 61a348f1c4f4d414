import type { Codebook } from '../../contracts/codebook.ts';
import type { Condition } from '../../contracts/condition.ts';
import type { Finding } from './finding.ts';
import { walkCondition } from './walk-condition.ts';

/** Finds names and codes in a condition that the codebook does not have. */
export function checkCondition(codebook: Codebook, where: string, condition: Condition): Finding[] {
  const findings: Finding[] = [];
  const add = (code: Finding['code'], message: string, hint: string): void => {
    findings.push({ code, where, message, hint });
  };
  walkCondition(condition, (part) => {
    if ('score' in part && !codebook.model.scores.includes(part.score))
      add(
        'UNKNOWN_SCORE',
        `It names the score ${part.score}.`,
        `Known: ${codebook.model.scores.join(', ')}.`,
      );
    if ('fact' in part && !(part.fact in codebook.model.facts))
      add(
        'UNKNOWN_FACT',
        `It names the fact ${part.fact}.`,
        `Known: ${Object.keys(codebook.model.facts).join(', ')}.`,
      );
    const name = 'item' in part ? part.item : 'answered' in part ? part.answered : undefined;
    if (name === undefined) return;
    const variable = codebook.variables.find((v) => v.name === name);
    if (variable === undefined) {
      add(
        'UNKNOWN_ITEM',
        `It names the item ${name}, which does not exist.`,
        'Check the spelling of the item.',
      );
      return;
    }
    if ('in' in part) {
      const codes = variable.values.map((value) => value.code);
      for (const code of part.in.filter((c) => !codes.includes(c)))
        add(
          'UNKNOWN_ITEM_CODE',
          `It compares ${name} with '${code}', ${code in variable.missing ? 'which means no answer' : 'which is none of its codes'}.`,
          `Codes of ${name}: ${codes.join(', ')}.`,
        );
    }
    if ('atLeast' in part && 'item' in part && variable.type !== 'number')
      add(
        'BAD_CONDITION',
        `It asks whether ${name} is at least ${part.atLeast}.`,
        `${name} is not a number; name its codes.`,
      );
  });
  return findings;
}

/** Finds names that lead back to themselves, in skip logic or among facts. */
export function checkCircles(codebook: Codebook): Finding[] {
  const items = new Map(codebook.variables.map((v) => [v.name, v.appliesWhen]));
  const facts = new Map<string, Condition | undefined>(Object.entries(codebook.model.facts));
  return [
    ...circlesIn(items, (part) =>
      'item' in part ? part.item : 'answered' in part ? part.answered : undefined,
    ),
    ...circlesIn(facts, (part) => ('fact' in part ? part.fact : undefined)),
  ];
}

function circlesIn(
  graph: ReadonlyMap<string, Condition | undefined>,
  nameIn: (part: Condition) => string | undefined,
): Finding[] {
  const reaches = (start: string): boolean => {
    const seen = new Set<string>();
    const visit = (name: string): void => {
      const condition = graph.get(name);
      if (!condition) return;
      walkCondition(condition, (part) => {
        const next = nameIn(part);
        if (next === undefined || seen.has(next)) return;
        seen.add(next);
        visit(next);
      });
    };
    visit(start);
    return seen.has(start);
  };
  return [...graph.keys()].filter(reaches).map((name) => ({
    code: 'CIRCULAR',
    where: name,
    message: `The condition of ${name} depends on ${name} itself.`,
    hint: 'Break the circle: a condition may only look at what was asked before.',
  }));
}
