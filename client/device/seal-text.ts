import { SEALING_ALGORITHM, SEALING_ENCRYPTION } from '../../contracts/sealing-format.ts';
import type { SealingKey } from '../../contracts/sealing.ts';

/** Seals a text to the institution: a compact JWE. Each time gives other bytes. */
export async function sealText(text: string, key: SealingKey): Promise<string> {
  const { CompactEncrypt, importJWK } = await import('jose');
  return new CompactEncrypt(new TextEncoder().encode(text))
    .setProtectedHeader({ alg: SEALING_ALGORITHM, enc: SEALING_ENCRYPTION, kid: key.kid })
    .encrypt(await importJWK({ ...key }, SEALING_ALGORITHM));
}

/** False for a record that waits for the institution's key, comes from an older version, or is empty by a fault. */
export const isSealed = (payload: string): boolean => payload !== '' && !payload.startsWith('{');
