import { openDraft } from './open-draft.ts';
import { isSealed, openSealed, readSealed } from './open-sealed.ts';
import type { Opened } from './opened.ts';
import type { SealingKeys } from './sealing-keys.ts';

/** Opens what a tablet sent: sealed, unfinished, or (older tablets) as it is. Never fails for its content. */
export function openPayload(keys: Pick<SealingKeys, 'find'>, payload: string): Opened {
  if (isSealed(payload)) {
    const opened = unseal(keys, payload);
    return 'reason' in opened
      ? { kind: 'closed', ...opened }
      : { kind: 'interview', ...opened, sealed: true };
  }
  if (payload.startsWith('{"waymark":"draft"')) return openDraft(payload, (sealed) => unseal(keys, sealed));
  return { kind: 'interview', text: payload, sealed: false };
}

type Unsealed = { readonly text: string } | { readonly reason: string };

function unseal(keys: Pick<SealingKeys, 'find'>, sealed: string): Unsealed {
  const read = readSealed(sealed);
  if (read === null) return { reason: 'The record is sealed, but its header cannot be read.' };
  const key = keys.find(read.kid);
  if (key === null)
    return { reason: `The record is sealed to the key "${read.kid.slice(0, 64)}", which is not here.` };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(openSealed(read, key)) };
  } catch {
    return { reason: 'The record is sealed, but its key does not open it: it was changed or made wrongly.' };
  }
}
