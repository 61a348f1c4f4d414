import { expect, it } from 'vitest';
import { isCalm } from './is-calm.ts';

const AT = Date.parse('2026-05-01T09:00:00Z');

it.each([
  ['nobody has it open', { steps: 4, isOpen: false }, undefined, AT, true],
  ['it is open, and looked at for the first time', { steps: 4, isOpen: true }, undefined, AT, false],
  ['it is open, and moved on', { steps: 4, isOpen: true }, { steps: 3, atMs: AT - 60_000 }, AT, false],
  [
    'it is open, and still for a moment',
    { steps: 4, isOpen: true },
    { steps: 4, atMs: AT - 5_000 },
    AT,
    false,
  ],
  [
    'it is open, and still for a while',
    { steps: 4, isOpen: true },
    { steps: 4, atMs: AT - 25_000 },
    AT,
    true,
  ],
  ['the clock was set back', { steps: 4, isOpen: true }, { steps: 4, atMs: AT + 86_400_000 }, AT, true],
])('copies where %s: as expected', (_, draft, last, nowMs, expected) => {
  expect(isCalm(draft, last, nowMs)).toBe(expected);
});
