import { compactDecrypt, exportJWK, generateKeyPair } from 'jose';
import { SEALING_ALGORITHM } from '../../../contracts/sealing-format.ts';
import { sealingKeySchema, type SealingKey } from '../../../contracts/sealing.ts';

/** An institution with a key pair of its own: the only one that can open what is sealed to it. */
export async function createInstitution(kid = 'k1'): Promise<{
  readonly key: SealingKey;
  readonly open: (sealed: string) => Promise<string>;
}> {
  const { publicKey, privateKey } = await generateKeyPair(SEALING_ALGORITHM, { crv: 'P-256' });
  const { kty, crv, x, y } = await exportJWK(publicKey);
  return {
    key: sealingKeySchema.parse({ kty, crv, x, y, kid }),
    open: async (sealed) => new TextDecoder().decode((await compactDecrypt(sealed, privateKey)).plaintext),
  };
}
