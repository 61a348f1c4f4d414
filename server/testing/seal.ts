import { createCipheriv, randomBytes } from 'node:crypto';
import { CompactEncrypt, importJWK } from 'jose';
import {
  draftLabel,
  entryLabel,
  SEALING_ALGORITHM,
  SEALING_ENCRYPTION,
} from '../../contracts/sealing-format.ts';
import type { DraftBundle, SealingKey } from '../../contracts/sealing.ts';

/** Seals a text as a tablet does. Each time gives other bytes. */
export async function seal(text: string, key: SealingKey): Promise<string> {
  return new CompactEncrypt(new TextEncoder().encode(text))
    .setProtectedHeader({ alg: SEALING_ALGORITHM, enc: SEALING_ENCRYPTION, kid: key.kid })
    .encrypt(await importJWK({ ...key }, SEALING_ALGORITHM));
}

function box(key: Buffer, text: string, label: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(label));
  const closed = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([closed, cipher.getAuthTag()]).toString('base64url');
}

/** An unfinished interview as a tablet packs it. */
export async function bundleDraft(
  id: string,
  draft: object,
  entries: readonly object[],
  institution: SealingKey,
): Promise<DraftBundle> {
  const key = randomBytes(32);
  return {
    waymark: 'draft',
    version: 1,
    id,
    key: await seal(JSON.stringify({ enumeratorId: 'e1', key: key.toString('base64url') }), institution),
    draft: box(key, JSON.stringify(draft), draftLabel(id)),
    entries: entries.map((entry, seq) => ({
      seq,
      box: box(key, JSON.stringify(entry), entryLabel(id, seq)),
    })),
  };
}
