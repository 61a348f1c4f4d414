import { compactDecrypt, decodeProtectedHeader } from 'jose';
import { SEALING_ALGORITHM, SEALING_ENCRYPTION } from '../../contracts/sealing-format.ts';
import { openDraft } from './open-draft.ts';
import type { Opened } from './opened.ts';
import type { SealingKeys } from './sealing-keys.ts';

/** A compact JWE: five parts of base64url between dots. No JSON text looks like it. */
const isSealed = (payload: string): boolean => /^eyJ[\w-]*\.[\w-]*\.[\w-]*\.[\w-]*\.[\w-]*$/.test(payload);

/** Opens what a tablet sent: sealed, unfinished, or (older tablets) as it is. Never rejects for its content. */
export async function openPayload(keys: SealingKeys, payload: string): Promise<Opened> {
  if (isSealed(payload)) {
    const opened = await unseal(keys, payload);
    return 'reason' in opened
      ? { kind: 'closed', ...opened }
      : { kind: 'interview', ...opened, sealed: true };
  }
  if (payload.startsWith('{"waymark":"draft"')) return openDraft(payload, (sealed) => unseal(keys, sealed));
  return { kind: 'interview', text: payload, sealed: false };
}

type Unsealed = { readonly text: string } | { readonly reason: string };

async function unseal(keys: SealingKeys, sealed: string): Promise<Unsealed> {
  let kid: string;
  try {
    kid = String(decodeProtectedHeader(sealed).kid);
  } catch {
    return { reason: 'The record is sealed, but its header cannot be read.' };
  }
  const key = await keys.find(kid);
  if (key === null)
    return { reason: `The record is sealed to the key "${kid.slice(0, 64)}", which is not here.` };
  try {
    const { plaintext } = await compactDecrypt(sealed, key, {
      keyManagementAlgorithms: [SEALING_ALGORITHM],
      contentEncryptionAlgorithms: [SEALING_ENCRYPTION],
    });
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(plaintext) };
  } catch {
    return { reason: 'The record is sealed, but its key does not open it: it was changed or made wrongly.' };
  }
}
