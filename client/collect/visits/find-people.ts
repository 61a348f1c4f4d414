import type { WorkCase } from '../../../contracts/work.ts';

export const PEOPLE_FILTERS = ['open', 'callBack', 'done', 'all'] as const;
export type PeopleFilter = (typeof PEOPLE_FILTERS)[number];

/** A person with what she is found by. */
export interface Findable {
  readonly person: WorkCase;
  readonly text: string;
  readonly digits: string;
}

/** Without capitals and accents: nobody types those on a tablet. */
const fold = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

const digitsOf = (text: string): string => text.replaceAll(/\D/g, '');

/** Made once per list, so that each letter typed finds among thousands at once. */
export const makeFindable = (people: readonly WorkCase[]): readonly Findable[] =>
  people.map((person) => ({
    person,
    text: fold(`${person.name ?? ''} ${person.id}`),
    digits: digitsOf(person.phone ?? ''),
  }));

const FITS: Readonly<Record<PeopleFilter, (person: WorkCase) => boolean>> = {
  open: ({ done }) => !done,
  callBack: ({ done, lastOutcome }) => !done && lastOutcome === 'call-back',
  done: ({ done }) => done,
  all: () => true,
};

/** Whom a search means: every word of it is in the name or number, or its digits are in the phone number. */
export function findPeople(
  people: readonly Findable[],
  search: string,
  filter: PeopleFilter,
): readonly WorkCase[] {
  const words = fold(search).split(/\s+/).filter(Boolean);
  // Two digits would find half of all phone numbers.
  const digits = /^[\d\s+()./-]+$/.test(search) && digitsOf(search).length >= 3 ? digitsOf(search) : null;
  return people
    .filter(
      (each) =>
        FITS[filter](each.person) &&
        (words.every((word) => each.text.includes(word)) ||
          (digits !== null && each.digits.includes(digits))),
    )
    .map(({ person }) => person);
}
