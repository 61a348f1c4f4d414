import { gcm } from '@noble/ciphers/aes.js';
import { NONCE_BYTES } from '../../../contracts/sealing-format.ts';
import { toBase64Url } from '../base64url.ts';
import { createLargeBoxes } from './create-large-boxes.ts';
import type { Vault } from './vault.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true });

/** Closes bytes with AES-256-GCM under a fresh random nonce: nonce, ciphertext, tag. */
export function boxBytes(key: Uint8Array, bytes: Uint8Array, label: string): Uint8Array<ArrayBuffer> {
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const closed = gcm(key, nonce, encoder.encode(label)).encrypt(bytes);
  const box = new Uint8Array(NONCE_BYTES + closed.length);
  box.set(nonce);
  box.set(closed, NONCE_BYTES);
  return box;
}

/** Opens what `boxBytes` closed. Throws where key, label or content is another. */
export const unboxBytes = (key: Uint8Array, box: Uint8Array, label: string): Uint8Array =>
  gcm(key, box.subarray(0, NONCE_BYTES), encoder.encode(label)).decrypt(box.subarray(NONCE_BYTES));

/**
 * The vault of a data key (32 bytes). AES-256-GCM in script rather than WebCrypto's, whose answers come
 * later: an answer must be with the browser's storage before the tap that gave it returns.
 */
export const createVault = (enumeratorId: string, name: string, key: Uint8Array): Vault => ({
  ...createLargeBoxes(key),
  enumeratorId,
  name,
  box: (text, label) => boxBytes(key, encoder.encode(text), label),
  unbox: (box, label) => decoder.decode(unboxBytes(key, box, label)),
  exportKey: () => toBase64Url(key),
});
