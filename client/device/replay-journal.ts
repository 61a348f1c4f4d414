import type { AnswerValue } from '../../contracts/answer.ts';
import type { Language } from '../../contracts/language.ts';
import type { Location } from '../../contracts/location.ts';
import type { Draft, JournalEntry, TakenPhoto } from './device-schema.ts';

/** An interview as far as it has come. */
export interface InterviewState {
  readonly answers: Readonly<Record<string, AnswerValue>>;
  /** Name of the page that was open last; null when none was yet. */
  readonly page: string | null;
  /** The question of that page that was open last, where one is shown at a time. */
  readonly item: string | null;
  /** What the enumerator noted; empty where she noted nothing. */
  readonly notes: string;
  /** Where it is held, or why that is not known; null where nobody asked. */
  readonly location: Location | null;
  readonly language: Language;
  /** By question. */
  readonly photos: Readonly<Record<string, TakenPhoto>>;
  readonly activeMs: number;
  readonly nextSeq: number;
}

/** Rebuilds an interview from its journal, oldest entry first. The journal is the record; nothing else is asked. */
export function replayJournal(draft: Draft, entries: readonly JournalEntry[]): InterviewState {
  const answers = new Map<string, AnswerValue>();
  let language = draft.language;
  const photos = new Map<string, TakenPhoto>();
  let notes = '';
  let item: string | null = null;
  let location: Location | null = null;
  for (const entry of entries) {
    if (entry.kind === 'language') language = entry.language;
    if (entry.kind === 'note') notes = entry.text;
    if (entry.kind === 'location') location = entry.location;
    if (entry.kind === 'photo') {
      if (entry.photo === null) photos.delete(entry.item);
      else photos.set(entry.item, entry.photo);
    }
    if (entry.kind === 'page') item = entry.item ?? null;
    if (entry.kind !== 'answer') continue;
    if (entry.value === null) answers.delete(entry.item);
    else answers.set(entry.item, entry.value);
  }
  const last = entries.at(-1);
  return {
    answers: Object.fromEntries(answers),
    page: last?.page ?? null,
    item,
    notes,
    location,
    photos: Object.fromEntries(photos),
    language,
    activeMs: last?.activeMs ?? 0,
    nextSeq: last === undefined ? 0 : last.seq + 1,
  };
}
