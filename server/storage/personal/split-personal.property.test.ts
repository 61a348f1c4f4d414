import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinPersonal } from './join-personal.ts';
import { splitPersonal } from './split-personal.ts';

const NAMES = new Set(['respondent_name', 'tel']);
const SECRET = 'Asha Devi';

const space = fc.constantFrom('', '', ' ', '\n\t', '\r\n  ');
const leaf = fc.oneof(
  fc.string({ unit: 'binary' }).map((text) => JSON.stringify(text)),
  fc.constantFrom(
    '-0',
    '1e400',
    '0.10',
    '1E-7',
    'true',
    'null',
    '[]',
    '{}',
    '"\\u0041\\\\"',
    '"\\\\\\""',
    '"ñ"',
  ),
  fc.constantFrom('[1, {"a" :"}"}, "]"]', '{ "notes":"within", "answers":{"tel":"1"}}'),
);

/** The name of a member as it may be written: plainly, or with an escape that means the same. */
const written = (name: string) =>
  fc.boolean().map((escaped) => {
    const first = `\\u${name.charCodeAt(0).toString(16).padStart(4, '0')}`;
    return escaped ? `"${first}${name.slice(1)}"` : JSON.stringify(name);
  });

/** Text of an object with members of these names, twice-given ones among them, in any order and spacing. */
const objectText = (member: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(fc.array(fc.tuple(space, member, space), { maxLength: 8 }), space)
    .map(([all, inside]) => `{${all.map((parts) => parts.join('')).join(',')}${inside}}`);

const member = (name: fc.Arbitrary<string>, value: fc.Arbitrary<string>) =>
  fc.tuple(name.chain(written), space, space, value).map(([key, a, b, text]) => `${key}${a}:${b}${text}`);

const personalName = fc.constantFrom('respondent_name', 'tel', 'trade-Comment');
const answersText = objectText(
  fc.oneof(
    member(personalName, fc.oneof(leaf, fc.constant(`"${SECRET}"`))),
    member(fc.constantFrom('consent', 'own_phone', '__proto__', 'trade'), leaf),
  ),
);
const recordText = fc
  .tuple(
    space,
    objectText(
      fc.oneof(
        member(fc.constantFrom('notes', 'note', 'location'), fc.oneof(leaf, fc.constant(`"${SECRET}"`))),
        member(fc.constant('answers'), answersText),
        member(fc.constantFrom('id', 'branch', 'paradata', 'constructor'), leaf),
      ),
    ),
    space,
  )
  .map((parts) => parts.join(''));

test('what was cut out and what stayed give the text back, byte for byte', () => {
  fc.assert(
    fc.property(fc.oneof(recordText, fc.json(), fc.string({ unit: 'binary' })), (text) => {
      const { payload, content } = splitPersonal(text, NAMES);
      expect(joinPersonal(payload, content)).toBe(text);
    }),
    { numRuns: 2000 },
  );
});

test('what stays is JSON still, says the same but for what is personal, and holds nothing of that', () => {
  fc.assert(
    fc.property(recordText, (text) => {
      const { payload } = splitPersonal(text, NAMES);
      const stayed = JSON.parse(payload) as Record<string, unknown>;
      expect(payload).not.toContain(SECRET);
      expect(stayed).toEqual(withoutPersonal(JSON.parse(text) as Record<string, unknown>));
    }),
    { numRuns: 2000 },
  );
});

function withoutPersonal(record: Record<string, unknown>): Record<string, unknown> {
  const stays = (name: string) => !['note', 'notes', 'location'].includes(name);
  const kept = Object.fromEntries(Object.entries(record).filter(([name]) => stays(name)));
  const { answers } = kept;
  if (answers === null || typeof answers !== 'object' || Array.isArray(answers)) return kept;
  const given = Object.entries(answers).filter(([name]) => !NAMES.has(name) && !name.endsWith('-Comment'));
  return { ...kept, answers: Object.fromEntries(given) };
}
