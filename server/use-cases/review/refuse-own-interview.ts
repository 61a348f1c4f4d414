import { WaymarkError } from '../../../contracts/errors.ts';
import type { Actor } from '../audit/actor.ts';
import { isSameName } from './is-same-name.ts';
import { parseInterview } from './readable-interview.ts';

/** Throws NOT_ALLOWED where a person would decide about an interview that carries her own name as its enumerator. */
export function refuseOwnInterview(
  actor: Actor,
  { id, payload }: { readonly id: string; readonly payload: string },
): void {
  if (actor.kind !== 'person' || !isSameName(parseInterview(payload)?.enumerator, actor.name)) return;
  throw new WaymarkError(
    'NOT_ALLOWED',
    `Interview ${id} carries your own name as its enumerator.`,
    'Someone else has to decide about it.',
  );
}
