import { createDecipheriv, createHash, type ECDH } from 'node:crypto';
import { z } from 'zod';
import { NONCE_BYTES, SEALING_ALGORITHM, SEALING_ENCRYPTION } from '../../contracts/sealing-format.ts';

/** The private half of a key of the institution. */
export type OpeningKey = Pick<ECDH, 'computeSecret'>;

/** A record that is sealed to the institution, taken apart. */
export interface Sealed {
  /** Which of the institution's keys it was sealed to. */
  readonly kid: string;
  /** The tablet's one-time public key, as an uncompressed point. */
  readonly point: Buffer;
  /** The header as it was sent: it is authenticated with the content. */
  readonly header: string;
  readonly wrappedKey: Buffer;
  readonly nonce: Buffer;
  readonly content: Buffer;
  readonly tag: Buffer;
}

const COORDINATE_BYTES = 32;
const TAG_BYTES = 16;
const KEY_BITS = 256;
const UNCOMPRESSED = Buffer.from([4]);
/** RFC 3394, 2.2.3.1. */
const WRAP_START = Buffer.alloc(8, 0xa6);
/** What the key derivation takes beside the secret: algorithm, two parties without a name, length (RFC 7518, 4.6.2). */
const DERIVED_FOR = Buffer.concat([
  uint32(SEALING_ALGORITHM.length),
  Buffer.from(SEALING_ALGORITHM),
  uint32(0),
  uint32(0),
  uint32(KEY_BITS),
]);

// Strict: a header that asks for more than is done here is not opened.
const headerSchema = z.strictObject({
  alg: z.literal(SEALING_ALGORITHM),
  enc: z.literal(SEALING_ENCRYPTION),
  kid: z.string(),
  epk: z.strictObject({ kty: z.literal('EC'), crv: z.literal('P-256'), x: z.string(), y: z.string() }),
});

/** Whether it begins as a compact JWE does: with a JSON object in base64url. No JSON text begins so. */
export const isSealed = (payload: string): boolean => payload.startsWith('eyJ');

/** Takes a compact JWE apart. Null where it is not one that tablets make. */
export function readSealed(sealed: string): Sealed | null {
  const [header = '', wrappedKey = '', nonce = '', content = '', tag = ''] = sealed.split('.');
  const read = headerSchema.safeParse(parseJson(decode(header).toString('utf8')));
  if (!read.success) return null;
  const { kid, epk } = read.data;
  const [x, y] = [decode(epk.x), decode(epk.y)];
  const parts = {
    wrappedKey: decode(wrappedKey),
    nonce: decode(nonce),
    content: decode(content),
    tag: decode(tag),
  };
  const fits =
    x.length === COORDINATE_BYTES &&
    y.length === COORDINATE_BYTES &&
    parts.nonce.length === NONCE_BYTES &&
    parts.tag.length === TAG_BYTES;
  return fits ? { kid, point: Buffer.concat([UNCOMPRESSED, x, y]), header, ...parts } : null;
}

/**
 * Opens a compact JWE of `ECDH-ES+A256KW` and `A256GCM` (RFC 7518). The primitives are Node's own: a JOSE library over
 * WebCrypto takes four times the processor's time, which was most of what taking a record costs.
 *
 * @throws Error where it was changed, sealed to another key, or its point is not on the curve
 */
export function openSealed(
  { point, header, wrappedKey, nonce, content, tag }: Sealed,
  key: OpeningKey,
): Buffer {
  const secret = key.computeSecret(point);
  const wrapping = createHash('sha256').update(uint32(1)).update(secret).update(DERIVED_FOR).digest();
  const unwrap = createDecipheriv('aes256-wrap', wrapping, WRAP_START);
  const contentKey = Buffer.concat([unwrap.update(wrappedKey), unwrap.final()]);
  const decipher = createDecipheriv('aes-256-gcm', contentKey, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(header, 'ascii')).setAuthTag(tag);
  return Buffer.concat([decipher.update(content), decipher.final()]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

const decode = (text: string): Buffer => Buffer.from(text, 'base64url');

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
