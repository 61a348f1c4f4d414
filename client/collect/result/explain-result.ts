import type { Localized } from '../../../contracts/language.ts';
import type { ResultCard } from '../../../contracts/result-card.ts';
import type { Interview } from '../../../contracts/submission.ts';
import { loadCodebook, loadResultCard } from '../../../instruments/registry.ts';
import { evaluateCondition } from '../../../scoring/conditions/evaluate-condition.ts';
import { createItemReader } from '../../../scoring/items/item-states.ts';
import { compileClassifier, type Classification } from '../../../scoring/rules/compile-classifier.ts';

const STEPS_SHOWN = 2;

export interface Result {
  readonly interview: Interview;
  readonly card: ResultCard;
  readonly classification: Classification;
  /** False where she did not consent: then no question but the first applied to her. */
  readonly tookPart: boolean;
  /** One or two; none where she did not take part. */
  readonly nextSteps: readonly { readonly id: string; readonly text: Localized }[];
}

/** What the result card says of an interview, right after it was finished: later it is sealed. */
export async function explainResult(interview: Interview): Promise<Result> {
  const { name, version } = interview.instrument;
  const [codebook, card] = await Promise.all([loadCodebook(name, version), loadResultCard(name, version)]);
  const classification = compileClassifier(codebook)(interview.answers);
  const { archetype } = classification;
  const holds = (step: ResultCard['nextSteps'][number]) =>
    (archetype === null || step.for.includes(archetype)) &&
    (step.when === undefined || evaluateCondition(codebook, step.when, interview.answers) === 'true');
  const applied = Object.values(createItemReader(codebook)(interview.answers)).filter(
    (is) => is !== 'skipped',
  );
  return {
    interview,
    card,
    classification,
    tookPart: applied.length > 1,
    nextSteps: card.nextSteps.filter(holds).slice(0, STEPS_SHOWN),
  };
}
