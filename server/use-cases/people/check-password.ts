import { SHORTEST_PASSWORD } from '../../../contracts/people.ts';
import { WaymarkError } from '../../../contracts/errors.ts';

const FEWEST_DIFFERENT = 6;

/**
 * Refuses a password that is short, made of a few letters only, or the person's own name or address.
 *
 * @throws WaymarkError PASSWORD_WEAK, saying which
 */
export function checkPassword(
  password: string,
  person: { readonly name: string; readonly email: string },
): void {
  const plain = password.toLowerCase().replaceAll(/\s/g, '');
  const own = [person.name, person.email, person.email.split('@')[0] ?? ''].map((text) =>
    text.toLowerCase().replaceAll(/\s/g, ''),
  );
  const rest = own.filter((text) => text.length > 2).reduce((left, text) => left.replaceAll(text, ''), plain);
  if (password.length < SHORTEST_PASSWORD) throw weak(`it is shorter than ${SHORTEST_PASSWORD} characters`);
  if (new Set(plain).size < FEWEST_DIFFERENT) throw weak('it repeats a few characters');
  if (rest.length < SHORTEST_PASSWORD / 2) throw weak('it is your own name or address');
}

const weak = (why: string): WaymarkError =>
  new WaymarkError(
    'PASSWORD_WEAK',
    `This password is easy to guess: ${why}.`,
    'Four or five words that do not belong together are easy to remember and hard to guess.',
  );
