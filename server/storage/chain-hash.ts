import { createHash } from 'node:crypto';
import type { NewAuditEntry } from './port.ts';

/** What the first line is chained to. */
export const FIRST_LINK = '0'.repeat(64);

/**
 * Hash of a line of the audit log: SHA-256 over the hash of the line before and this line's fields, as a JSON
 * list in a fixed order. Whoever edits or removes a line breaks every hash after it.
 */
export const chainHash = (before: string, entry: NewAuditEntry): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        before,
        entry.at,
        entry.actorKind,
        entry.actorId,
        entry.actorName,
        entry.role,
        entry.action,
        entry.target,
        entry.outcome,
        entry.address,
        entry.detail,
      ]),
    )
    .digest('hex');
