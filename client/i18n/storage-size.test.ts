import { expect, it } from 'vitest';
import { storageSize } from './storage-size.ts';

it.each([
  [0, '0 MB'],
  [18_400_000, '18 MB'],
  [999_000_000, '999 MB'],
  [1_000_000_000, '1 GB'],
  [12_340_000_000, '12.3 GB'],
])('writes %d bytes as %s', (bytes, text) => {
  expect(storageSize(bytes, 'en')).toBe(text);
});
