import { expect, it } from 'vitest';
import type { WorkCase } from '../../../contracts/work.ts';
import { findPeople, makeFindable } from './find-people.ts';

const PERSON: WorkCase = { id: 'C-0', branch: 'north', wave: null, assigned: true, attempts: 0, done: false };
const PEOPLE = makeFindable([
  { ...PERSON, id: 'C-101', name: 'Inés Peña Ríos', phone: '+51 987-654 321' },
  { ...PERSON, id: 'C-102', name: 'आशा देवी', phone: '98 111', done: true, lastOutcome: 'completed' },
  { ...PERSON, id: 'C-103', name: 'Ana Rios', lastOutcome: 'call-back', callBackAt: '2026-11-22' },
]);
const ids = (search: string, filter: Parameters<typeof findPeople>[2] = 'all') =>
  findPeople(PEOPLE, search, filter).map(({ id }) => id);

it.each([
  ['ines rios', ['C-101']],
  ['RIOS', ['C-101', 'C-103']],
  ['आशा', ['C-102']],
  ['c-10', ['C-101', 'C-102', 'C-103']],
  ['103', ['C-103']],
  ['987 654', ['C-101']],
  ['98765-43', ['C-101']],
  ['98', []],
  ['nobody', []],
  ['  ', ['C-101', 'C-102', 'C-103']],
])('finds by "%s": %j', (search, found) => {
  expect(ids(search)).toEqual(found);
});

it('shows what is to do, what is done, and whom to call back', () => {
  expect(ids('', 'open')).toEqual(['C-101', 'C-103']);
  expect(ids('', 'done')).toEqual(['C-102']);
  expect(ids('', 'callBack')).toEqual(['C-103']);
  expect(ids('rios', 'callBack')).toEqual(['C-103']);
});
