import type { Question, SurveyModel } from 'survey-core';
import type { Language } from '../../../contracts/language.ts';
import type { Location } from '../../../contracts/location.ts';
import { loadSurvey } from '../../../instruments/registry.ts';
import { startActiveClock, type ActiveClock } from '../../device/active-clock.ts';
import type { Draft, JournalChange } from '../../device/device-schema.ts';
import { lockDraft } from '../../device/draft-lock.ts';
import { isoWithOffset } from '../../device/iso-with-offset.ts';
import { readBattery } from '../../device/read-battery.ts';
import { readLocation } from '../../device/read-location.ts';
import { readDraft } from '../../device/drafts.ts';
import type { DeviceDatabase } from '../../device/open-database.ts';
import { openJournal, type Journal, type SaveState } from '../../device/open-journal.ts';
import type { Vault } from '../../device/vault/vault.ts';
import type { InterviewState } from '../../device/replay-journal.ts';
import { APP_VERSION } from '../shell/app-version.ts';
import { afterNextFrame } from './after-next-frame.ts';
import { createSurvey } from './create-survey.ts';
import type { TypedText } from './find-problem.ts';
import { keepItems } from './keep-items.ts';
import { numberTexts } from './number-texts.ts';
import { openPhotos, type Photos } from './photo/photos.ts';
import { asksNumber, readNumber } from './read-number.ts';
import { toAnswer } from './to-answer.ts';

/** An interview that is open in this tab: the questions, and the journal that every change goes to. */
export interface OpenInterview {
  readonly draft: Draft;
  readonly survey: SurveyModel;
  readonly journal: Journal;
  readonly clock: ActiveClock;
  /**
   * Records one code as the answer of an item. It goes to the journal at once; the model, which may
   * have to work out what is asked next, follows after the next frame, so that the tap shows without
   * waiting for it. Done when the model has followed.
   */
  readonly choose: (item: string, code: string) => Promise<void>;
  /**
   * Records what is typed for an item whose answer is a number. The text as it is goes to the journal
   * first; the model gets the number, or nothing while the text is not a number that it takes.
   */
  readonly typeNumber: (item: string, text: string) => void;
  /** What was typed for such an item, in this sitting or before; empty where nothing was. */
  readonly typed: TypedText;
  /** Done when the model knows of every answer that is in the journal. */
  readonly caughtUp: () => Promise<void>;
  /** The journal's state, and `saving` as long as the model has not caught up. */
  readonly saveState: () => SaveState;
  /** Calls `listener` whenever `saveState` may have changed. Returns how to stop. */
  readonly subscribe: (listener: () => void) => () => void;
  readonly setLanguage: (language: Language) => void;
  /** The question that was on screen last, where one is shown at a time; null where it is not known. */
  readonly lastItem: () => string | null;
  /** Goes to a page, or to one question of it, and notes it. Call it only once the journal has settled. */
  readonly goToPage: (name: string, item?: string) => void;
  /** What the enumerator noted so far. */
  readonly notes: () => string;
  /** Records all that she noted, with every keystroke. */
  readonly note: (text: string) => void;
  readonly photos: Photos;
  /** Where it is held, or why that is not known; null where nobody asked. `waiting`: the tablet is looking. */
  readonly location: () => { readonly known: Location | null; readonly waiting: boolean };
  /** Looks for the place and records it; nothing waits for it. Done when it is recorded. */
  readonly locate: () => Promise<void>;
  /** Nothing is written any more: the interview is finished, or thrown away. */
  readonly end: () => void;
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
export async function openInterview(
  database: DeviceDatabase,
  vault: Vault,
  id: string,
): Promise<OpenOutcome> {
  const release = await lockDraft(id);
  if (release === null) return { kind: 'elsewhere' };
  try {
    const found = await readDraft(database, vault, id);
    if (found === null) {
      release();
      return { kind: 'missing' };
    }
    const { draft, state } = found;
    const json = await loadSurvey(draft.instrument.name, draft.instrument.version);
    const asked = draft.backCheck === undefined ? json : keepItems(json, draft.backCheck.items);
    const survey = createSurvey(asked, state);
    const clock = startActiveClock(state.activeMs);
    const journal = openJournal({
      database,
      vault,
      draftId: id,
      nextSeq: state.nextSeq,
      activeMs: clock.activeMs,
    });
    const typed = numberTexts(survey, state.answers);
    const append = (change: JournalChange) => journal.append(change, pageOf(survey));
    const photos = openPhotos({ database, vault, draftId: id, known: state.photos, append });
    const parts = { draft, state, survey, journal, clock, photos, typed, release };
    return { kind: 'open', interview: bind(parts) };
  } catch {
    release();
    return { kind: 'unreadable' };
  }
}

const isNothing = (value: unknown): boolean => value === undefined || value === null || value === '';

/** SurveyJS gives nothing, null or an empty text for no value. */
const isSame = (known: unknown, value: unknown): boolean =>
  known === value || (isNothing(known) && isNothing(value));

const pageOf = (survey: SurveyModel): string => (survey.currentPage as { name: string } | null)?.name ?? '';

interface Parts extends Pick<OpenInterview, 'draft' | 'survey' | 'journal' | 'clock' | 'photos'> {
  readonly state: InterviewState;
  readonly typed: Map<string, string>;
  readonly release: () => void;
}

function bind({ draft, state, survey, journal, clock, photos, typed, release }: Parts): OpenInterview {
  const page = () => pageOf(survey);
  let known: { readonly item: string; readonly value: string | number | undefined } | null = null;
  let following: Promise<void> = Promise.resolve();
  let behind = 0;
  let { item: lastItem, notes, location } = state;
  let locating: Promise<void> | null = null;
  let ended = false;
  const listeners = new Set<() => void>();
  survey.onValueChanged.add((_, change: { name: string; value: unknown; question: Question | null }) => {
    if (known?.item === change.name && isSame(known.value, change.value)) return;
    const value = toAnswer(change.value);
    if (change.question !== null && asksNumber(change.question)) {
      typed.set(change.name, value === null ? '' : String(value));
    }
    void journal.append({ kind: 'answer', item: change.name, value }, page());
  });

  async function follow(item: string, code: string): Promise<void> {
    await following;
    await afterNextFrame();
    known = { item, value: code };
    survey.setValue(item, code);
    known = null;
    behind -= 1;
    for (const listener of listeners) listener();
  }
  async function locate(): Promise<void> {
    const record = (found: Location) => {
      location = found;
      if (!ended) void journal.append({ kind: 'location', location: found }, page());
      for (const listener of listeners) listener();
    };
    const now = () => isoWithOffset(Date.now());
    // What is true if the interview ends, or the power, before the answer comes.
    if (location === null) record({ reason: 'unanswered', at: now() });
    const found = await readLocation(navigator.geolocation, now);
    locating = null;
    record(found);
  }
  void journal.append({ kind: 'open', at: isoWithOffset(Date.now()), appVersion: APP_VERSION }, page());
  void readBattery().then((battery) => {
    if (battery !== null && !ended) void journal.append({ kind: 'battery', ...battery }, page());
  });
  return {
    draft,
    survey,
    journal,
    clock,
    photos,
    choose(item, code) {
      behind += 1;
      void journal.append({ kind: 'answer', item, value: code }, page());
      following = follow(item, code);
      return following;
    },
    typeNumber(item, text) {
      typed.set(item, text);
      void journal.append({ kind: 'answer', item, value: toAnswer(text) }, page());
      const read = readNumber(survey.getQuestionByName(item), text);
      known = { item, value: typeof read === 'number' ? read : undefined };
      survey.setValue(item, known.value);
      known = null;
    },
    typed: (item) => typed.get(item) ?? '',
    caughtUp: () => following,
    saveState() {
      const state = journal.saveState();
      return state === 'saved' && behind > 0 ? 'saving' : state;
    },
    subscribe(listener) {
      listeners.add(listener);
      const stop = journal.subscribe(listener);
      return () => {
        listeners.delete(listener);
        stop();
      };
    },
    setLanguage(language) {
      survey.locale = language;
      void journal.append({ kind: 'language', language }, page());
    },
    lastItem: () => lastItem,
    goToPage(name, item) {
      const target = survey.getPageByName(name);
      survey.currentPage = target;
      lastItem = item ?? null;
      void journal.append({ kind: 'page', ...(item !== undefined && { item }) }, page());
    },
    notes: () => notes,
    note(text) {
      notes = text;
      void journal.append({ kind: 'note', text }, page());
    },
    location: () => ({ known: location, waiting: locating !== null }),
    locate() {
      locating ??= locate();
      return locating;
    },
    end() {
      ended = true;
    },
    pause() {
      if (ended) return;
      void journal.append({ kind: 'pause' }, page());
      clock.pause();
    },
    resume: clock.resume,
    close() {
      ended = true;
      release();
    },
  };
}
