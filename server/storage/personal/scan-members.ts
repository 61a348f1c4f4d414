/** A member of a JSON object: its name, and where it and its value stand in the text. */
export interface Member {
  readonly name: string;
  /** Of the quote before the name. */
  readonly start: number;
  readonly valueStart: number;
  /** Of the character after the value. */
  readonly end: number;
}

const QUOTE = 34;
const COMMA = 44;
const COLON = 58;
const OPEN_LIST = 91;
const BACKSLASH = 92;
const CLOSE_LIST = 93;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;

/**
 * The members of the JSON object that begins at `at`, twice-given names among them; null where none begins
 * there. What stands within the values is stepped over, not looked at.
 *
 * @param text valid JSON; for anything else the answer has no meaning, but the scan ends
 */
export function scanMembers(text: string, at = 0): readonly Member[] | null {
  let place = skipSpace(text, at);
  if (text.charCodeAt(place) !== OPEN_OBJECT) return null;
  const members: Member[] = [];
  for (;;) {
    const start = skipSpace(text, place + 1);
    if (text.charCodeAt(start) !== QUOTE) return members;
    const nameEnd = skipString(text, start);
    const colon = skipSpace(text, nameEnd);
    if (text.charCodeAt(colon) !== COLON) return members;
    const valueStart = skipSpace(text, colon + 1);
    const end = skipValue(text, valueStart);
    members.push({ name: readName(text.slice(start, nameEnd)), start, valueStart, end });
    place = skipSpace(text, end);
    if (text.charCodeAt(place) !== COMMA) return members;
  }
}

function readName(quoted: string): string {
  if (!quoted.includes('\\')) return quoted.slice(1, -1);
  try {
    return String(JSON.parse(quoted));
  } catch {
    return quoted;
  }
}

function skipSpace(text: string, from: number): number {
  let place = from;
  for (;;) {
    const code = text.charCodeAt(place);
    if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return place;
    place += 1;
  }
}

/** From the opening quote to behind the closing one. */
function skipString(text: string, from: number): number {
  for (let place = from + 1; place < text.length; place += 1) {
    const code = text.charCodeAt(place);
    if (code === BACKSLASH) place += 1;
    else if (code === QUOTE) return place + 1;
  }
  return text.length;
}

function skipValue(text: string, from: number): number {
  const first = text.charCodeAt(from);
  if (first === QUOTE) return skipString(text, from);
  const nests = first === OPEN_OBJECT || first === OPEN_LIST;
  let depth = 0;
  let place = from;
  while (place < text.length) {
    const code = text.charCodeAt(place);
    if (code === QUOTE) {
      place = skipString(text, place);
      continue;
    }
    if (code === OPEN_OBJECT || code === OPEN_LIST) depth += 1;
    else if (code === CLOSE_OBJECT || code === CLOSE_LIST) {
      if (depth === 0) return place;
      depth -= 1;
      if (depth === 0) return place + 1;
    } else if (!nests && (code === COMMA || code <= 32)) return place;
    place += 1;
  }
  return place;
}
