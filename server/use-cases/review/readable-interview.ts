import { z } from 'zod';
import type { Codebook, Variable } from '../../../contracts/codebook.ts';
import type { ReadableInterview } from '../../../contracts/review.ts';
import { interviewSchema, type Interview } from '../../../contracts/submission.ts';
import { loadCodebook } from '../../../instruments/registry.ts';
import { createItemReader } from '../../../scoring/items/item-states.ts';
import type { Store, StudyRecord } from '../../storage/port.ts';
import { loadStudyCodebook } from '../load-study-codebook.ts';

/** The interview in a record's text; null where it is none, as one that is not finished. */
export function parseInterview(text: string): Interview | null {
  try {
    const parsed = interviewSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

const recoveredSchema = z.looseObject({
  unfinished: z.literal(true),
  draft: z.looseObject({ startedAt: z.string() }),
  answers: z.record(z.string(), z.unknown()),
});
const FIXED_AT_START = ['id', 'studyId', 'instrument', 'branch', 'language', 'enumerator', 'startedAt'];

/**
 * An unfinished interview that was recovered, as far as it went, so that its answers can be shown like those of any
 * other; it cannot count all the same. Null where the text is none.
 */
export function parseRecovered(text: string): Interview | null {
  try {
    const { draft, answers } = recoveredSchema.parse(JSON.parse(text));
    const fixed = Object.entries(draft).filter(([name]) => FIXED_AT_START.includes(name));
    const asFarAsItWent = { finishedAt: draft.startedAt, activeMs: 0, appVersion: '' };
    const result = { archetype: null, modelVersion: '' };
    return interviewSchema.parse({ ...Object.fromEntries(fixed), ...asFarAsItWent, answers, result });
  } catch {
    return null;
  }
}

/** The codebook an interview was held by: that of its own version, unless the study brought its own. */
export async function codebookOf(
  store: Store,
  study: StudyRecord,
  { instrument }: Pick<Interview, 'instrument'>,
): Promise<Codebook> {
  if (study.codebookHash !== null) return (await loadStudyCodebook(store, study)).codebook;
  return loadCodebook(instrument.name, instrument.version).catch(
    async () => (await loadStudyCodebook(store, study)).codebook,
  );
}

/** An interview in words: every question in its order, with the answer and its labels, or why there is none. */
export function readableInterview(interview: Interview, codebook: Codebook): ReadableInterview {
  const states = createItemReader(codebook)(interview.answers);
  const { language, enumerator, instrument, startedAt, finishedAt, activeMs, appVersion } = interview;
  return {
    ...{ language, enumerator, startedAt, finishedAt, activeMs, appVersion },
    instrument: { name: instrument.name, version: instrument.version },
    archetype: interview.result.archetype,
    revisionOf: interview.revision?.of ?? null,
    revisionReason: interview.revision?.reason ?? null,
    answers: codebook.variables.map((variable) => {
      const state = states[variable.name] ?? 'unanswered';
      const value = interview.answers[variable.name];
      const isShown = value !== undefined && (state === 'answered' || state === 'missing');
      return {
        item: variable.name,
        label: variable.label,
        value: isShown ? value : null,
        labels: isShown ? labelsOf(variable, Array.isArray(value) ? value : [String(value)]) : [],
        state,
      };
    }),
  };
}

/** A code that the codebook does not name (don't know, refused) stands for itself. */
const labelsOf = ({ type, values }: Variable, codes: readonly string[]) =>
  type === 'single' || type === 'multiple'
    ? codes.map((given) => values.find(({ code }) => code === given)?.label ?? { en: given })
    : [];
