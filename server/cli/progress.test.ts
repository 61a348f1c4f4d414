import { expect, test } from 'vitest';
import { createProgress } from './progress.ts';

/** Runs reports at given times, and returns what stands on the terminal after each. */
function terminal(isTTY: boolean) {
  let now = 0;
  let written = '';
  const stream = { isTTY, write: (text: string) => (written += text) };
  const progress = createProgress('Clustering', stream, () => now);
  const shown = (): string => written.split('\r\u001B[K').at(-1) ?? '';
  return {
    all: () => written,
    at: (ms: number, share01: number) => {
      now = ms;
      progress.report(share01);
      return shown();
    },
    done: () => {
      progress.done();
      return shown();
    },
  };
}

test('says how far it is once the work lasts over a second, now and then, and takes the line away', () => {
  const { at, done, all } = terminal(true);
  expect(at(0, 0)).toBe('');
  expect(at(999, 0.3)).toBe('');
  expect(at(1000, 0.419)).toBe('Clustering: 41 %');
  expect(at(1100, 0.6)).toBe('Clustering: 41 %');
  expect(at(1200, 0.6)).toBe('Clustering: 60 %');
  expect(at(1400, 1.2)).toBe('Clustering: 100 %');
  expect(done()).toBe('');
  expect(all()).toBe(
    '\r\u001B[KClustering: 41 %\r\u001B[KClustering: 60 %\r\u001B[KClustering: 100 %\r\u001B[K',
  );
});

test('is silent for short work, and where no one looks', () => {
  const short = terminal(true);
  short.at(500, 0.9);
  short.done();
  expect(short.all()).toBe('');
  const piped = terminal(false);
  piped.at(5000, 0.9);
  piped.done();
  expect(piped.all()).toBe('');
});
