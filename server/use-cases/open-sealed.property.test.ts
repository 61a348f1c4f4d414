import { createECDH } from 'node:crypto';
import fc from 'fast-check';
import { compactDecrypt, CompactEncrypt, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';
import { expect, test } from 'vitest';
import { SEALING_ALGORITHM, SEALING_ENCRYPTION } from '../../contracts/sealing-format.ts';
import { isSealed, openSealed, readSealed } from './open-sealed.ts';

interface KeyPair {
  readonly jwk: JWK;
  readonly open: (sealed: string) => string | null;
}

async function createKeyPair(): Promise<KeyPair> {
  const { privateKey } = await generateKeyPair(SEALING_ALGORITHM, { crv: 'P-256', extractable: true });
  const jwk = await exportJWK(privateKey);
  const key = createECDH('prime256v1');
  key.setPrivateKey(jwk.d ?? '', 'base64url');
  const open = (sealed: string): string | null => {
    const read = readSealed(sealed);
    if (read === null) return null;
    try {
      return openSealed(read, key).toString('utf8');
    } catch {
      return null;
    }
  };
  return { jwk, open };
}

async function sealTo(
  { kty = '', crv = '', x = '', y = '' }: JWK,
  text: string,
  header: object = {},
): Promise<string> {
  return new CompactEncrypt(new TextEncoder().encode(text))
    .setProtectedHeader({ alg: SEALING_ALGORITHM, enc: SEALING_ENCRYPTION, kid: 'k1', ...header })
    .encrypt(await importJWK({ kty, crv, x, y }, SEALING_ALGORITHM));
}

/** What the library makes of it; null where it does not open. */
async function openWithLibrary({ jwk }: KeyPair, sealed: string): Promise<string | null> {
  try {
    const opened = await compactDecrypt(sealed, await importJWK(jwk, SEALING_ALGORITHM));
    return new TextDecoder().decode(opened.plaintext);
  } catch {
    return null;
  }
}

test('whatever the JOSE library seals is opened, to the letter', async () => {
  const keys = await createKeyPair();
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 2000 }), async (text) => {
      const sealed = await sealTo(keys.jwk, text);
      expect(isSealed(sealed)).toBe(true);
      expect(keys.open(sealed)).toBe(text);
    }),
    { numRuns: 50 },
  );
});

test('what the JOSE library refuses is refused: any letter changed, in any part', async () => {
  const keys = await createKeyPair();
  const sealed = await sealTo(keys.jwk, 'Asha, +91 98765 43210');
  await fc.assert(
    fc.asyncProperty(
      fc.nat(sealed.length - 1),
      fc.constantFrom('A', 'w', '-', '.', '0'),
      async (place, letter) => {
        const changed = sealed.slice(0, place) + letter + sealed.slice(place + 1);
        const byLibrary = await openWithLibrary(keys, changed);
        expect(keys.open(changed)).toBe(byLibrary);
      },
    ),
    { numRuns: 150 },
  );
});

test('what is sealed to another key, or asks for another algorithm, stays closed', async () => {
  const [ours, other] = [await createKeyPair(), await createKeyPair()];
  expect(ours.open(await sealTo(other.jwk, 'a'))).toBeNull();
  expect(ours.open(await sealTo(ours.jwk, 'a', { alg: 'ECDH-ES' }))).toBeNull();
  expect(ours.open(await sealTo(ours.jwk, 'a', { enc: 'A128GCM' }))).toBeNull();
});

test('a point that is not on the curve is refused', async () => {
  const keys = await createKeyPair();
  const [header = '', ...rest] = (await sealTo(keys.jwk, 'a')).split('.');
  const read: unknown = JSON.parse(Buffer.from(header, 'base64url').toString('utf8'));
  const epk = { kty: 'EC', crv: 'P-256', x: Buffer.alloc(32, 1).toString('base64url') };
  const strange = { ...(read as object), epk: { ...epk, y: epk.x } };
  const sealed = [Buffer.from(JSON.stringify(strange)).toString('base64url'), ...rest].join('.');
  expect(readSealed(sealed)).not.toBeNull();
  expect(keys.open(sealed)).toBeNull();
});
