import { ARCHETYPES } from '../../contracts/archetype.ts';
import type { Codebook } from '../../contracts/codebook.ts';
import { resultCardSchema } from '../../contracts/result-card.ts';
import { checkCondition } from './check-condition.ts';
import { missingLanguages } from './check-languages.ts';
import type { Finding } from './finding.ts';

/** Finds faults of the result card: words that are missing, steps that nobody can be given. */
export function checkResultCard(codebook: Codebook, input: unknown): Finding[] {
  const parsed = resultCardSchema.safeParse(input);
  if (!parsed.success)
    return parsed.error.issues.map((issue) => ({
      code: 'UNREADABLE',
      where: `result-card.json: ${issue.path.join('.')}`,
      message: issue.message,
      hint: 'contracts/result-card.ts says what stands where.',
    }));
  const card = parsed.data;
  const text = (where: string, words: Readonly<Record<string, string>>): Finding[] =>
    missingLanguages(`result-card.json: ${where}`, words, codebook.languages);
  const words = [...Object.entries(card.archetypes), ['notClassified', card.notClassified] as const];
  return [
    ...words.flatMap(([name, { title, meaning }]) => [
      ...text(`${name}, title`, title),
      ...text(`${name}, meaning`, meaning),
    ]),
    ...card.nextSteps.flatMap((step) => [
      ...text(`step ${step.id}`, step.text),
      ...(step.when ? checkCondition(codebook, `result-card.json: step ${step.id}`, step.when) : []),
    ]),
    ...ARCHETYPES.filter(
      (archetype) => !card.nextSteps.some((step) => step.for.includes(archetype) && step.when === undefined),
    ).map((archetype): Finding => ({
      code: 'LAST_STEP_CONDITIONAL',
      where: `result-card.json: ${archetype}`,
      message: `Someone who is ${archetype} may be left without a next step.`,
      hint: 'Add a last step for her that has no condition.',
    })),
  ];
}
