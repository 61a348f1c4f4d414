import { z } from 'zod';

/** A piece of a record's text, and where in what stayed it belongs, in UTF-16 units. */
export type PersonalPart = readonly [place: number, piece: string];

const partsSchema = z.array(z.tuple([z.int().min(0), z.string()]));

/**
 * A record's text as it came: what stayed of it with what was kept apart (see `splitPersonal`).
 *
 * @param content null where nothing was kept apart, or it has been erased: the payload alone
 */
export function joinPersonal(payload: string, content: string | null): string {
  if (content === null) return payload;
  let text = '';
  let from = 0;
  for (const [place, piece] of partsSchema.parse(JSON.parse(content))) {
    text += payload.slice(from, place) + piece;
    from = place;
  }
  return text + payload.slice(from);
}
