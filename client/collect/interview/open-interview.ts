import type { Question, SurveyModel } from 'survey-core';
import type { AnswerValue } from '../../../contracts/answer.ts';
import type { Language } from '../../../contracts/language.ts';
import { loadSurvey } from '../../../instruments/registry.ts';
import { startActiveClock, type ActiveClock } from '../../device/active-clock.ts';
import type { Draft } from '../../device/device-schema.ts';
import { lockDraft } from '../../device/draft-lock.ts';
import { readDraft } from '../../device/drafts.ts';
import type { DeviceDatabase } from '../../device/open-database.ts';
import { openJournal, type Journal } from '../../device/open-journal.ts';
import { createSurvey } from './create-survey.ts';
import { toAnswer } from './to-answer.ts';

/** An interview that is open in this tab: the questions, and the journal that every change goes to. */
export interface OpenInterview {
  readonly draft: Draft;
  readonly survey: SurveyModel;
  readonly journal: Journal;
  readonly clock: ActiveClock;
  readonly setLanguage: (language: Language) => void;
  /** Goes to a page and notes it. Call it only once the journal has settled. */
  readonly goToPage: (name: string) => void;
  /** Writes that the interview is not being looked at. */
  readonly pause: () => void;
  readonly resume: () => void;
  /** Gives the draft free for another tab. */
  readonly close: () => void;
}

export type OpenOutcome =
  | { readonly kind: 'open'; readonly interview: OpenInterview }
  | { readonly kind: 'elsewhere' | 'missing' | 'unreadable' };

/** Opens a draft where it stopped. It stays locked for this tab until `close`. */
export async function openInterview(database: DeviceDatabase, id: string): Promise<OpenOutcome> {
  const release = await lockDraft(id);
  if (release === null) return { kind: 'elsewhere' };
  try {
    const found = await readDraft(database, id);
    if (found === null) {
      release();
      return { kind: 'missing' };
    }
    const { draft, state } = found;
    const json = await loadSurvey(draft.instrument.name, draft.instrument.version);
    const survey = createSurvey(json, state);
    const clock = startActiveClock(state.activeMs);
    const journal = openJournal({
      database,
      draftId: id,
      nextSeq: state.nextSeq,
      activeMs: clock.activeMs,
    });
    return { kind: 'open', interview: bind(draft, survey, journal, clock, release) };
  } catch {
    release();
    return { kind: 'unreadable' };
  }
}

function bind(
  draft: Draft,
  survey: SurveyModel,
  journal: Journal,
  clock: ActiveClock,
  release: () => void,
): OpenInterview {
  const page = () => (survey.currentPage as { name: string } | null)?.name ?? '';
  survey.onValueChanged.add((_, change: { name: string; value: unknown; question: Question | null }) => {
    const value: AnswerValue | null = toAnswer(change.value);
    void journal.append({ kind: 'answer', item: change.name, value }, page());
  });
  return {
    draft,
    survey,
    journal,
    clock,
    setLanguage(language) {
      survey.locale = language;
      void journal.append({ kind: 'language', language }, page());
    },
    goToPage(name) {
      const target = survey.getPageByName(name);
      survey.currentPage = target;
      void journal.append({ kind: 'page' }, page());
    },
    pause() {
      void journal.append({ kind: 'pause' }, page());
      clock.pause();
    },
    resume: clock.resume,
    close: release,
  };
}
