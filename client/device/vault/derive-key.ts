import { argon2idAsync } from '@noble/hashes/argon2.js';
import type { KdfParameters } from '../device-schema.ts';

/** The second of OWASP's recommended settings for Argon2id. What it costs is in the threat model. */
export const KDF: KdfParameters = { memoryKiB: 19 * 1024, passes: 2 };

const KEY_BYTES = 32;

/** The key that wraps a data key, from a PIN or passphrase. Gives the page its turn while it works. */
export async function deriveKey(
  secret: string,
  { memoryKiB, passes, salt }: KdfParameters & { readonly salt: Uint8Array },
): Promise<Uint8Array> {
  const bytes = new TextEncoder().encode(secret.normalize('NFKC'));
  return argon2idAsync(bytes, salt, { m: memoryKiB, t: passes, p: 1, dkLen: KEY_BYTES, asyncTick: 20 });
}
