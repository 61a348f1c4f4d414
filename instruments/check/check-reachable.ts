import type { AnswerValue, Answers } from '../../contracts/answer.ts';
import type { Codebook } from '../../contracts/codebook.ts';
import type { Condition } from '../../contracts/condition.ts';
import type { Finding } from './finding.ts';
import { compileSkipLogic } from './skip-logic.ts';
import { walkCondition } from './walk-condition.ts';

/** More combinations than this are not searched. The core instrument needs under a thousand. */
const MOST_COMBINATIONS = 1_000_000;

/**
 * Finds variables that nobody can ever be asked: it tries the answers to everything their skip logic
 * depends on, directly or through other skip logic. Answers that no condition tells apart are tried once.
 */
export function checkReachable(codebook: Codebook): Finding[] {
  const conditions = codebook.variables.flatMap((v) => (v.appliesWhen ? [v.appliesWhen] : []));
  const applies = compileSkipLogic(codebook);
  return codebook.variables.flatMap((variable): Finding[] => {
    if (variable.appliesWhen === undefined) return [];
    const items = dependencies(codebook, variable.appliesWhen);
    const options = items.map((name) => distinctAnswers(codebook, name, conditions));
    const verdict = search(items, options, (answers) => applies(variable.name, answers));
    if (verdict === 'found') return [];
    return [
      {
        code: 'UNREACHABLE',
        where: variable.name,
        message:
          verdict === 'none'
            ? `No answers lead to it: its condition on ${items.join(', ')} can never hold.`
            : `Its condition on ${items.join(', ')} has too many combinations to search.`,
        hint:
          verdict === 'none'
            ? 'Loosen the condition of the item or of its page, or remove the item.'
            : 'Write the condition with fewer items.',
      },
    ];
  });
}

/** Items named by the condition, and by the skip logic of those, and so on. */
function dependencies(codebook: Codebook, condition: Condition): string[] {
  const found = new Set<string>();
  const follow = (from: Condition): void =>
    walkCondition(from, (part) => {
      const name = 'item' in part ? part.item : 'answered' in part ? part.answered : undefined;
      if (name === undefined || found.has(name)) return;
      found.add(name);
      const next = codebook.variables.find((v) => v.name === name)?.appliesWhen;
      if (next) follow(next);
    });
  follow(condition);
  return [...found];
}

/** No answer, and one answer of each kind that the conditions tell apart. */
function distinctAnswers(
  codebook: Codebook,
  name: string,
  conditions: readonly Condition[],
): (AnswerValue | undefined)[] {
  const variable = codebook.variables.find((v) => v.name === name);
  const bounds: number[] = [];
  const sets: (readonly string[])[] = [Object.keys(variable?.missing ?? {})];
  for (const condition of conditions) {
    walkCondition(condition, (part) => {
      if (!('item' in part) || part.item !== name) return;
      if ('in' in part) sets.push(part.in);
      else bounds.push(part.atLeast);
    });
  }
  if (variable?.type === 'number') {
    const inRange = (n: number): boolean =>
      n >= (variable.minimum ?? -Infinity) && n <= (variable.maximum ?? Infinity);
    return [undefined, ...[...bounds, ...bounds.map((b) => b - 1)].filter(inRange)];
  }
  const byKind = new Map<string, string>();
  for (const { code } of variable?.values ?? []) {
    byKind.set(sets.map((set) => (set.includes(code) ? '1' : '0')).join(''), code);
  }
  const codes = [...byKind.values()];
  return [undefined, ...codes, ...(variable?.type === 'multiple' ? [codes] : [])];
}

function search(
  items: readonly string[],
  options: readonly (readonly (AnswerValue | undefined)[])[],
  holds: (answers: Answers) => boolean,
): 'found' | 'none' | 'too many' {
  const combinations = options.reduce((product, list) => product * list.length, 1);
  for (let n = 0; n < Math.min(combinations, MOST_COMBINATIONS); n += 1) {
    const answers: Record<string, AnswerValue> = {};
    let rest = n;
    items.forEach((item, i) => {
      const list = options[i] ?? [];
      const answer = list[rest % list.length];
      rest = Math.floor(rest / list.length);
      if (answer !== undefined) answers[item] = answer;
    });
    if (holds(answers)) return 'found';
  }
  return combinations > MOST_COMBINATIONS ? 'too many' : 'none';
}
