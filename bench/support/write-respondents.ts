import type { Codebook } from '../../contracts/codebook.ts';
import { UNANSWERED } from '../../contracts/answer.ts';
import { generateRespondents } from '../../fixtures/generate/generate-respondents.ts';
import { loadDemoStudy } from '../../fixtures/demo-study.ts';
import { createItemReader } from '../../scoring/items/item-states.ts';
import { csvLine } from '../../server/exports/csv-writer.ts';
import { writeAtomically } from '../../server/exports/write-atomically.ts';

/** Writes synthetic respondents as a file of answers, one column per variable that is not personal. */
export async function writeRespondents(
  path: string,
  codebook: Codebook,
  count: number,
  seed: number,
): Promise<void> {
  await writeAtomically(path, respondentLines(codebook, count, seed));
}

function* respondentLines(codebook: Codebook, count: number, seed: number): Generator<string, void, void> {
  const { id, branch, weight = 'weight' } = codebook.columns;
  const names = codebook.variables.filter(({ personal }) => personal !== true).map(({ name }) => name);
  const readStates = createItemReader(codebook);
  yield csvLine([id, branch, weight, ...names]);
  const { branches } = loadDemoStudy();
  for (const respondent of generateRespondents({ codebook, count, seed, branches })) {
    const states = readStates(respondent.answers);
    const cells = names.map((name) => {
      if (states[name] === 'skipped') return null;
      const answer = respondent.answers[name];
      if (answer === undefined) return UNANSWERED;
      return typeof answer === 'number' || typeof answer === 'string' ? answer : answer.join(' ');
    });
    yield csvLine([respondent.id, respondent.branch, respondent.weight, ...cells]);
  }
}
