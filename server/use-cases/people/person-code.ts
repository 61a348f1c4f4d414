import type { PersonCode } from '../../../contracts/people.ts';
import type { StoreInTransaction } from '../../storage/port.ts';
import { hashCode, randomCode } from './random-code.ts';

const HOUR_MS = 3_600_000;
/** 31^16 codes, about 79 bits. */
const GROUPS = 4;

/** How long a code to choose a password works. An invitation may wait for a person to come to the office. */
export const CODE_HOURS = { invitation: 72, reset: 24 } as const;

/** Makes a one-time code with which a person chooses her password. Earlier ones of hers stop working. */
export async function makePersonCode(
  store: StoreInTransaction,
  now: Date,
  userId: string,
  purpose: keyof typeof CODE_HOURS,
): Promise<PersonCode> {
  const code = randomCode(GROUPS);
  const expiresAt = new Date(now.getTime() + CODE_HOURS[purpose] * HOUR_MS).toISOString();
  await store.people.putCode({ codeHash: hashCode(code), userId, expiresAt });
  return { code, expiresAt };
}
