import { joinPersonal, type PersonalPart } from './join-personal.ts';
import { scanMembers, type Member } from './scan-members.ts';

/** Free text and places in a record of a tablet, beside its answers. */
const PERSONAL_FIELDS: ReadonlySet<string> = new Set(['note', 'notes', 'location']);
/** Ends the name of what a respondent said under "other". */
const FREE_TEXT = '-Comment';

export interface SplitText {
  /** The text without its personal members, JSON still; empty where all of it is kept apart. */
  readonly payload: string;
  /** What was cut out, as `joinPersonal` takes it; null where there was nothing. */
  readonly content: string | null;
  /** The personal answers that were cut out: JSON text by item. */
  readonly answers: ReadonlyMap<string, string>;
}

/**
 * Cuts the personal members out of a record's JSON text: of its answers those that are personal and every
 * free text under "other", and its notes and location. They are absent from what stays, as if they had not
 * been given, so that its readers need to know nothing of this. All else stays byte for byte.
 *
 * `joinPersonal` gives the text back, whatever it was: one that is no JSON object, or that cutting would
 * change, is kept apart whole.
 *
 * @param names items that are personal
 */
export function splitPersonal(text: string, names: ReadonlySet<string>): SplitText {
  const members = scanMembers(text);
  if (members === null) return splitWhole(text);
  const answers = new Map<string, string>();
  const cuts: Cut[] = [];
  for (const [index, member] of members.entries()) {
    if (PERSONAL_FIELDS.has(member.name)) cuts.push(cutOf(members, index, isPersonalField));
    if (member.name !== 'answers') continue;
    const given = scanMembers(text, member.valueStart) ?? [];
    for (const [place, answer] of given.entries()) {
      if (!isPersonalAnswer(answer)) continue;
      cuts.push(cutOf(given, place, isPersonalAnswer));
      answers.set(answer.name, text.slice(answer.valueStart, answer.end));
    }
  }
  if (cuts.length === 0) return { payload: text, content: null, answers };
  const { payload, parts } = cutOut(text, cuts);
  const content = JSON.stringify(parts);
  return joinPersonal(payload, content) === text ? { payload, content, answers } : splitWhole(text);

  function isPersonalAnswer({ name }: Member): boolean {
    return names.has(name) || name.endsWith(FREE_TEXT);
  }
}

/** Keeps all of a text apart: for what cannot be read, and may hold anything. */
export const splitWhole = (text: string): SplitText => ({
  payload: '',
  content: JSON.stringify([[0, text]] satisfies PersonalPart[]),
  answers: new Map(),
});

type Cut = readonly [start: number, end: number];

const isPersonalField = ({ name }: Member): boolean => PERSONAL_FIELDS.has(name);

/** What goes with a member: the comma before it where something stays before it, else all up to the next one. */
function cutOf(members: readonly Member[], index: number, goes: (member: Member) => boolean): Cut {
  const { start, end } = members[index] as Member;
  const before = members[index - 1];
  if (before && !members.slice(0, index).every(goes)) return [before.end, end];
  return [start, members[index + 1]?.start ?? end];
}

function cutOut(text: string, cuts: readonly Cut[]): { payload: string; parts: PersonalPart[] } {
  const parts: PersonalPart[] = [];
  let payload = '';
  let from = 0;
  for (const [start, end] of cuts) {
    payload += text.slice(from, start);
    parts.push([payload.length, text.slice(start, end)]);
    from = end;
  }
  return { payload: payload + text.slice(from), parts };
}
