import { createDecipheriv } from 'node:crypto';
import { z } from 'zod';
import { answerValueSchema } from '../../contracts/answer.ts';
import { draftLabel, entryLabel, NONCE_BYTES, photoLabel } from '../../contracts/sealing-format.ts';
import { caseIdSchema } from '../../contracts/case.ts';
import { draftBundleSchema, escrowSchema, type DraftBundle } from '../../contracts/sealing.ts';
import type { Opened } from './opened.ts';

const TAG_BYTES = 16;

const draftSchema = z.looseObject({
  branch: z.string().max(64),
  caseId: caseIdSchema.nullish().catch(null),
  revision: z.looseObject({ of: z.string() }).nullish().catch(null),
});
const entrySchema = z.looseObject({
  kind: z.string(),
  item: z.string().optional(),
  value: answerValueSchema.nullable().optional(),
});

/**
 * Recovers an unfinished interview: the data key from its escrow, then the draft and each entry of its
 * journal. The text that comes out is JSON with the draft, the answers as they stood, and the journal.
 *
 * @param unseal opens a JWE to the institution
 */
export function openDraft(
  payload: string,
  unseal: (sealed: string) => { readonly text: string } | { readonly reason: string },
): Opened {
  const bundle = readBundle(payload);
  if (bundle === null)
    return { kind: 'closed', reason: 'The record is an unfinished interview that cannot be read.' };
  const escrow = unseal(bundle.key);
  if ('reason' in escrow) return { kind: 'closed', ...escrow };
  try {
    const key = Buffer.from(escrowSchema.parse(JSON.parse(escrow.text)).key, 'base64url');
    const draft = draftSchema.parse(JSON.parse(openBox(key, bundle.draft, draftLabel(bundle.id))));
    const entries = bundle.entries.map(({ seq, box }) =>
      entrySchema.parse(JSON.parse(openBox(key, box, entryLabel(bundle.id, seq)))),
    );
    const answers: Record<string, unknown> = {};
    for (const { kind, item, value } of entries) {
      if (kind !== 'answer' || item === undefined) continue;
      if (value === null) Reflect.deleteProperty(answers, item);
      else answers[item] = value;
    }
    const photos = (bundle.photos ?? []).map(({ hash, box }) => ({
      hash,
      data: openBox(key, box, photoLabel(bundle.id, hash)),
    }));
    const text = JSON.stringify({
      ...{ unfinished: true, id: bundle.id, draft, answers, entries },
      ...(photos.length > 0 && { photos }),
    });
    const { branch, caseId = null, revision } = draft;
    return {
      ...{ kind: 'draft', text, branch, caseId },
      revisionOf: revision?.of ?? null,
      answers: Object.keys(answers).length,
    };
  } catch {
    return { kind: 'closed', reason: 'The record is an unfinished interview whose boxes do not open.' };
  }
}

function readBundle(payload: string): DraftBundle | null {
  try {
    return draftBundleSchema.parse(JSON.parse(payload));
  } catch {
    return null;
  }
}

/** Opens an AES-256-GCM box. Throws where it, its key or its label is another. */
function openBox(key: Buffer, box: string, label: string): string {
  const bytes = Buffer.from(box, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(Buffer.from(label, 'utf8'));
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
  const opened = Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
  return opened.toString('utf8');
}
