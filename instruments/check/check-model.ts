import type { Codebook } from '../../contracts/codebook.ts';
import type { Condition } from '../../contracts/condition.ts';
import { checkCondition } from './check-condition.ts';
import { missingLanguages } from './check-languages.ts';
import type { Finding } from './finding.ts';

/** Finds faults of the scoring model against the items it is about. */
export function checkModel(codebook: Codebook): Finding[] {
  const { model, languages } = codebook;
  const condition = (where: string, when: Condition): Finding[] =>
    checkCondition(codebook, `model: ${where}`, when);
  const scored = new Set(codebook.variables.map((variable) => variable.scoring?.score));
  return [
    ...model.scores
      .filter((score) => !scored.has(score))
      .map((score): Finding => ({
        code: 'SCORE_WITHOUT_ITEMS',
        where: `model: ${score}`,
        message: `No item counts in ${score}.`,
        hint: 'Remove the score, or score an item in it.',
      })),
    ...model.clusters.scores
      .filter((score) => !model.scores.includes(score))
      .map((score): Finding => ({
        code: 'UNKNOWN_SCORE',
        where: 'model: clusters',
        message: `Clusters are made on ${score}.`,
        hint: `Known: ${model.scores.join(', ')}.`,
      })),
    ...(model.eligible ? condition('eligible', model.eligible) : []),
    ...Object.entries(model.facts).flatMap(([name, when]) => condition(`fact ${name}`, when)),
    ...model.rules.flatMap((rule) =>
      rule.all.flatMap((part) => [
        ...condition(`rule ${rule.id}, ${part.id}`, part.when),
        ...missingLanguages(`model: rule ${rule.id}, ${part.id}`, part.reason, languages),
      ]),
    ),
    ...model.caps.flatMap((cap) => [
      ...condition(`cap ${cap.id}`, cap.when),
      ...missingLanguages(`model: cap ${cap.id}`, cap.reason, languages),
    ]),
    ...lastRule(codebook),
  ];
}

function lastRule({ model }: Codebook): Finding[] {
  const last = model.rules.at(-1);
  if (last === undefined || last.all.every((part) => alwaysHolds(part.when))) return [];
  return [
    {
      code: 'LAST_RULE_CONDITIONAL',
      where: `model: rule ${last.id}`,
      message: 'The last rule has a condition, so that some respondents match no rule.',
      hint: 'Let the last rule hold for everyone: { "all": [] }.',
    },
  ];
}

const alwaysHolds = (condition: Condition): boolean => 'all' in condition && condition.all.every(alwaysHolds);
