import type { SealingKey } from '../../contracts/sealing.ts';
import type { OpeningKey } from './open-sealed.ts';

/** The institution's keys. They lie outside of the database: a copy of it opens nothing. */
export interface SealingKeys {
  /** The public half that tablets seal to now. */
  readonly current: () => Promise<SealingKey>;
  /** The private half of that id, also of an older key; null where there is none here. */
  readonly find: (kid: string) => OpeningKey | null;
  /** Makes a new current key; the older ones still open what was sealed to them. Gives the new id. */
  readonly rotate: () => Promise<string>;
}
