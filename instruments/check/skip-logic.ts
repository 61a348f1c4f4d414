import type { AnswerValue, Answers } from '../../contracts/answer.ts';
import type { Codebook, Variable } from '../../contracts/codebook.ts';
import type { Condition } from '../../contracts/condition.ts';

/**
 * Says whether a variable is on screen, as SurveyJS decides it: a plain yes or no, where what is not
 * answered is not any code. (The scoring engine also knows "may apply"; the gate has no need of it.)
 * An answer to an item that is not on screen counts as absent.
 *
 * Expects conditions without scores and facts, and no circles: the gate reports both beforehand.
 */
export function compileSkipLogic(
  codebook: Pick<Codebook, 'variables'>,
): (name: string, answers: Answers) => boolean {
  const variables = new Map<string, Variable>(codebook.variables.map((v) => [v.name, v]));

  const applies = (name: string, answers: Answers): boolean => {
    const when = variables.get(name)?.appliesWhen;
    return when === undefined || holds(when, answers);
  };

  const answerTo = (name: string, answers: Answers): AnswerValue | undefined => {
    const answer = answers[name];
    return answer !== undefined && applies(name, answers) ? answer : undefined;
  };

  const holds = (condition: Condition, answers: Answers): boolean => {
    if ('all' in condition) return condition.all.every((part) => holds(part, answers));
    if ('any' in condition) return condition.any.some((part) => holds(part, answers));
    if ('not' in condition) return !holds(condition.not, answers);
    if ('count' in condition)
      return condition.count.filter((part) => holds(part, answers)).length >= condition.atLeast;
    if ('score' in condition || 'fact' in condition) return false;
    if ('answered' in condition) {
      const answer = answerTo(condition.answered, answers);
      const missing = variables.get(condition.answered)?.missing ?? {};
      return answer !== undefined && [answer].flat().every((code) => !(String(code) in missing));
    }
    const answer = answerTo(condition.item, answers);
    if (answer === undefined) return false;
    if ('atLeast' in condition) return typeof answer === 'number' && answer >= condition.atLeast;
    return [answer].flat().some((code) => condition.in.includes(String(code)));
  };

  return applies;
}
