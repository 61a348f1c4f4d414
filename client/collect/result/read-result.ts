import type { Localized } from '../../../contracts/language.ts';
import type { ResultCard } from '../../../contracts/result-card.ts';
import { interviewSchema, type Interview } from '../../../contracts/submission.ts';
import { loadCodebook, loadResultCard } from '../../../instruments/registry.ts';
import { evaluateCondition } from '../../../scoring/conditions/evaluate-condition.ts';
import { createItemReader } from '../../../scoring/items/item-states.ts';
import { compileClassifier, type Classification } from '../../../scoring/rules/compile-classifier.ts';
import type { DeviceDatabase } from '../../device/open-database.ts';
import { findFinished } from '../../device/outbox.ts';

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

/** What the result card says of a finished interview on this device; null if it is not here any more. */
export async function readResult(database: DeviceDatabase, id: string): Promise<Result | null> {
  const record = await findFinished(database, id);
  if (record === null) return null;
  const interview = interviewSchema.parse(JSON.parse(record.payload));
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
