/**
 * How finished interviews and backups are closed, so that only the institution can open them.
 *
 * - A finished interview is a compact JWE (`ECDH-ES+A256KW`, `A256GCM`) of the JSON text of an `Interview`.
 * - A box is AES-256-GCM: 12 bytes of nonce, the ciphertext, 16 bytes of tag, with additional data that
 *   says what it belongs to, so that boxes cannot be swapped.
 */
export const SEALING_ALGORITHM = 'ECDH-ES+A256KW';
export const SEALING_ENCRYPTION = 'A256GCM';
export const NONCE_BYTES = 12;

/** Additional data of the box that holds what is fixed when an interview begins. */
export const draftLabel = (draftId: string): string => `waymark draft ${draftId}`;
/** Additional data of the box of one journal entry: none can stand in another's place. */
export const entryLabel = (draftId: string, seq: number): string => `waymark entry ${draftId} ${seq}`;
/** Additional data of the box around a photo of a draft. */
export const photoLabel = (draftId: string, hash: string): string => `waymark photo ${draftId} ${hash}`;
