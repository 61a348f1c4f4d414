import { expect, it } from 'vitest';
import { rememberBriefly } from './remember-briefly.ts';

it('asks once within the time, again after it, and again after a failure', async () => {
  let now = 0;
  let loads = 0;
  const recall = rememberBriefly(
    (key) => {
      loads += 1;
      return key === 'bad' ? Promise.reject(new Error('gone')) : Promise.resolve(`${key} ${loads}`);
    },
    1000,
    () => new Date(now),
  );
  expect(await Promise.all([recall('a'), recall('a')])).toEqual(['a 1', 'a 1']);
  now = 999;
  expect(await recall('a')).toBe('a 1');
  now = 1000;
  expect(await recall('a')).toBe('a 2');
  await expect(recall('bad')).rejects.toThrow('gone');
  await expect(recall('bad')).rejects.toThrow('gone');
  expect(loads).toBe(4);
});
