// @vitest-environment node
import { expect, it } from 'vitest';
import { paradataSchema } from '../../contracts/paradata.ts';
import { deriveParadata } from './derive-paradata.ts';
import type { JournalChange, JournalEntry } from './device-schema.ts';

const journal = (
  ...lines: readonly (readonly [activeMs: number, page: string, change: JournalChange])[]
): JournalEntry[] =>
  lines.map(([activeMs, page, change], seq) => ({ ...change, draftId: 'd', seq, page, activeMs }));
const answer = (item: string, value: string | string[] | null): JournalChange => ({
  kind: 'answer',
  item,
  value,
});
const OPEN: JournalChange = { kind: 'open', at: '2026-05-01T09:00:00+05:30', appVersion: '1' };
const isTyped = (item: string) => item === 'name';

it('gives the time between two entries to the page that was open and to the item that was answered', () => {
  const { items, pages } = deriveParadata(
    journal(
      [0, 'intro', OPEN],
      [3000, 'intro', answer('consent', 'yes')],
      [4000, 'about', { kind: 'page' }],
      [9000, 'about', answer('sex', 'female')],
      [10_000, 'intro', { kind: 'page' }],
      [10_500, 'about', { kind: 'page' }],
      [12_500, 'about', answer('age', '34')],
    ),
    isTyped,
  );
  expect(items).toEqual({ consent: [3000, 0], sex: [5000, 0], age: [2000, 0] });
  expect(pages).toEqual({ intro: [4500, 2], about: [8000, 2] });
});

it('counts a change of an answer, but not typing on, nor the same answer again', () => {
  const { items } = deriveParadata(
    journal(
      [1000, 'a', answer('sex', 'female')],
      [1500, 'a', answer('sex', 'female')],
      [2000, 'a', answer('sex', 'male')],
      [3000, 'a', answer('name', 'A')],
      [3200, 'a', answer('name', 'As')],
      [4000, 'a', answer('sex', 'female')],
      [5000, 'a', answer('name', 'Asha')],
    ),
    isTyped,
  );
  expect(items).toEqual({ sex: [2800, 2], name: [2200, 1] });
});

it('knows each sitting with its battery, pauses, and switches of the language', () => {
  const paradata = deriveParadata(
    journal(
      [0, 'a', OPEN],
      [10, 'a', { kind: 'battery', level01: 0.8, charging: false }],
      [2000, 'a', { kind: 'language', language: 'hi' }],
      [3000, 'a', { kind: 'pause' }],
      [3000, 'a', { ...OPEN, kind: 'open', at: '2026-05-02T09:00:00+05:30', appVersion: '2' }],
    ),
    isTyped,
  );
  expect(paradata).toMatchObject({
    languages: [[2000, 'hi']],
    pauses: 1,
    sittings: [
      { at: '2026-05-01T09:00:00+05:30', activeMs: 0, battery: [0.8, false] },
      { at: '2026-05-02T09:00:00+05:30', activeMs: 3000 },
    ],
    appVersions: ['1', '2'],
  });
  expect(paradataSchema.parse(paradata)).toEqual(paradata);
});

it('adds at most 4 KB to an interview of 60 questions', () => {
  const lines = Array.from({ length: 60 }, (_, index) => [
    [index * 45_000, `page_with_a_name_${index % 12}`, { kind: 'page' }] as const,
    [
      index * 45_000 + 20_000,
      `page_with_a_name_${index % 12}`,
      answer(`an_item_name_${index}`, 'yes'),
    ] as const,
    [
      index * 45_000 + 21_000,
      `page_with_a_name_${index % 12}`,
      answer(`an_item_name_${index}`, 'no'),
    ] as const,
  ]).flat();
  const paradata = deriveParadata(journal([0, 'a', OPEN], ...lines), isTyped);
  expect(Object.keys(paradata.items)).toHaveLength(60);
  expect(JSON.stringify(paradata).length).toBeLessThanOrEqual(4096);
});
