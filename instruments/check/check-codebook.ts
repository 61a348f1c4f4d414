import { codebookSchema, type Codebook, type Variable } from '../../contracts/codebook.ts';
import { checkCircles, checkCondition } from './check-condition.ts';
import { missingLanguages } from './check-languages.ts';
import { checkModel } from './check-model.ts';
import { checkReachable } from './check-reachable.ts';
import type { Finding } from './finding.ts';

/**
 * Everything that can be wrong with a codebook, whether derived or written by hand. Takes parsed JSON.
 * A file that is not a codebook at all gives `UNREADABLE` findings with the place of each fault.
 */
export function checkCodebook(input: unknown): Finding[] {
  const parsed = codebookSchema.safeParse(input);
  if (!parsed.success)
    return parsed.error.issues.map((issue) => ({
      code:
        issue.path.includes('points') && issue.code.startsWith('too_') ? 'POINTS_OUT_OF_RANGE' : 'UNREADABLE',
      where: issue.path.join('.') || 'codebook',
      message: issue.message,
      hint: 'contracts/codebook.ts says what stands where.',
    }));
  const codebook = parsed.data;
  const circles = checkCircles(codebook);
  return [
    ...duplicates(codebook),
    ...codebook.variables.flatMap((variable) => checkVariable(codebook, variable)),
    ...(codebook.branches ?? []).flatMap((branch) =>
      missingLanguages(`branch ${branch.code}`, branch.label, codebook.languages),
    ),
    ...circles,
    ...(circles.length === 0 ? checkReachable(codebook) : []),
    ...checkModel(codebook),
  ];
}

function duplicates(codebook: Codebook): Finding[] {
  const names = codebook.variables.map((variable) => variable.name);
  return [...new Set(names.filter((name, i) => names.indexOf(name) !== i))].map((name) => ({
    code: 'DUPLICATE_NAME',
    where: name,
    message: `More than one item is called ${name}.`,
    hint: 'Give each item a name of its own.',
  }));
}

function checkVariable(codebook: Codebook, variable: Variable): Finding[] {
  const { name, appliesWhen } = variable;
  return [
    ...missingLanguages(name, variable.label, codebook.languages),
    ...variable.values.flatMap((value) =>
      missingLanguages(`${name}, choice ${value.code}`, value.label, codebook.languages),
    ),
    ...(appliesWhen ? checkSkipLogic(codebook, name, appliesWhen) : []),
    ...checkPoints(codebook, variable),
    ...checkRecodes(variable),
  ];
}

function checkSkipLogic(
  codebook: Codebook,
  name: string,
  condition: NonNullable<Variable['appliesWhen']>,
): Finding[] {
  const findings = checkCondition(codebook, name, condition);
  if (!/"(score|fact)":/.test(JSON.stringify(condition))) return findings;
  const derived: Finding = {
    code: 'BAD_CONDITION',
    where: name,
    message: 'Its skip logic looks at a score or a fact.',
    hint: 'Skip logic may look at answers only.',
  };
  return [...findings, derived];
}

function checkPoints(codebook: Codebook, variable: Variable): Finding[] {
  const { scoring, name: where } = variable;
  if (scoring === undefined) return [];
  const findings: Finding[] = [];
  const add = (code: Finding['code'], message: string, hint: string): void => {
    findings.push({ code, where, message, hint });
  };
  const codes = variable.values.map((value) => value.code);
  const withPoints = Object.keys(scoring.points);
  if (!codebook.model.scores.includes(scoring.score))
    add('UNKNOWN_SCORE', `It counts in ${scoring.score}.`, `Known: ${codebook.model.scores.join(', ')}.`);
  if (withPoints.length === 0)
    add(
      'NO_POINTS',
      `It counts in ${scoring.score} but gives no points.`,
      'Add points (0–100) for each code.',
    );
  for (const code of withPoints) {
    if (code in variable.missing)
      add(
        'POINTS_FOR_MISSING_CODE',
        `'${code}' means no answer, yet it has points.`,
        'Remove them: no answer is never a score.',
      );
    else if (!codes.includes(code))
      add('POINTS_FOR_UNKNOWN_CODE', `There are points for '${code}'.`, `Codes: ${codes.join(', ')}.`);
  }
  for (const code of withPoints.length === 0 ? [] : codes.filter((c) => !withPoints.includes(c)))
    add('CODE_WITHOUT_POINTS', `'${code}' has no points.`, 'Add them, or make it a missing code.');
  return findings;
}

function checkRecodes(variable: Variable): Finding[] {
  const { source } = variable;
  const targets = [
    ...Object.values(source?.recode ?? {}),
    ...(source?.anyOf ? [source.anyOf.then, source.anyOf.otherwise] : []),
  ];
  const known = new Set([...variable.values.map((value) => value.code), ...Object.keys(variable.missing)]);
  return [...new Set(targets)]
    .filter((code) => !known.has(code))
    .map((code) => ({
      code: 'RECODE_TO_UNKNOWN_CODE',
      where: variable.name,
      message: `A column is recoded to '${code}', which is none of its codes.`,
      hint: `Known: ${[...known].join(', ')}.`,
    }));
}
