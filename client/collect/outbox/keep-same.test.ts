import { expect, it } from 'vitest';
import { keepSame } from './keep-same.ts';

const look = ({ state }: { readonly state: string }) => state;
const read = () => [
  { id: 'a', state: 'queued' },
  { id: 'b', state: 'queued' },
];

it('gives back what was there where nothing differs', () => {
  const before = read();
  expect(keepSame(before, read(), look)).toBe(before);
});

it('takes what differs, and keeps the others in their new places', () => {
  const before = read();
  const kept = keepSame(
    before,
    [
      { id: 'b', state: 'queued' },
      { id: 'a', state: 'failed' },
    ],
    look,
  );
  expect(kept).toEqual([
    { id: 'b', state: 'queued' },
    { id: 'a', state: 'failed' },
  ]);
  expect(kept[0]).toBe(before[1]);
  expect(keepSame(before, before.slice(1), look)).toEqual([{ id: 'b', state: 'queued' }]);
});
