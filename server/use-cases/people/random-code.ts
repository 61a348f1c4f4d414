import { randomInt } from 'node:crypto';
import { sha256 } from '../sha256.ts';

/** Letters and digits that cannot be mistaken for one another on a small screen. */
const ALPHABET = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

/** A code of `groups` groups of four letters and digits, about five bits each. */
export const randomCode = (groups: number): string =>
  Array.from({ length: groups }, () =>
    Array.from({ length: 4 }, () => ALPHABET[randomInt(ALPHABET.length)]).join(''),
  ).join('-');

/** The hash a code is kept and looked up by; case, spaces and hyphens do not matter. */
export const hashCode = (code: string): string => sha256(code.toUpperCase().replaceAll(/[^A-Z0-9]/g, ''));
