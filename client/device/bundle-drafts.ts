import type { DraftBundle } from '../../contracts/sealing.ts';
import { toBase64Url } from './base64url.ts';
import { journalRange } from './journal-range.ts';
import type { EnumeratorRecord, StoredDraft, StoredEntry, StoredPhoto } from './device-schema.ts';
import type { DeviceDatabase } from './open-database.ts';
import { photoRange } from './photo-range.ts';
import { sha256Hex } from './sha256-hex.ts';

/** An unfinished interview, ready to leave the tablet. */
export interface PackedDraft {
  readonly id: string;
  readonly tabletId: string;
  readonly hash: string;
  /** JSON text of a `DraftBundle`. */
  readonly payload: string;
}

/**
 * Packs every unfinished interview as it lies in storage, in its boxes, with its owner's data key sealed
 * to the institution: no PIN is needed, and only the office can open it. `left` counts those that cannot
 * be packed, because the tablet has not met the institution's key since they were begun.
 */
export async function bundleDrafts(
  database: DeviceDatabase,
): Promise<{ readonly packed: readonly PackedDraft[]; readonly left: number }> {
  const read = database.transaction(['drafts', 'journal', 'photos', 'enumerators']);
  const [drafts, people] = await Promise.all([
    read.objectStore('drafts').getAll(),
    read.objectStore('enumerators').getAll(),
  ]);
  const withEntries = await Promise.all(
    drafts.map(async (draft) => ({
      draft,
      entries: await read.objectStore('journal').getAll(journalRange(draft.id)),
      photos: await read.objectStore('photos').getAll(photoRange(draft.id)),
    })),
  );
  const packed = await Promise.all(withEntries.map((parts) => pack(parts, people)));
  const whole = packed.filter((one) => one !== null);
  return { packed: whole, left: drafts.length - whole.length };
}

/**
 * Packs one unfinished interview as `bundleDrafts` does, without its photos: so small that it can be sent again and
 * again. Null where it is not there any more, or cannot be packed yet.
 */
export async function bundleWithoutPhotos(
  database: DeviceDatabase,
  id: string,
): Promise<(PackedDraft & { readonly steps: number }) | null> {
  const read = database.transaction(['drafts', 'journal', 'enumerators']);
  const [draft, entries, people] = await Promise.all([
    read.objectStore('drafts').get(id),
    read.objectStore('journal').getAll(journalRange(id)),
    read.objectStore('enumerators').getAll(),
  ]);
  if (draft === undefined) return null;
  const packed = await pack({ draft, entries, photos: [] }, people);
  return packed && { ...packed, steps: entries.length };
}

interface Parts {
  readonly draft: StoredDraft;
  readonly entries: readonly StoredEntry[];
  readonly photos: readonly StoredPhoto[];
}

async function pack(
  { draft, entries, photos }: Parts,
  people: readonly EnumeratorRecord[],
): Promise<PackedDraft | null> {
  const escrow = people.find(({ id }) => id === draft.owner)?.escrow;
  if (!escrow) return null;
  const bundle: DraftBundle = {
    waymark: 'draft',
    version: 1,
    id: draft.id,
    key: escrow.sealed,
    draft: toBase64Url(draft.box),
    entries: entries.map(({ seq, box }) => ({ seq, box: toBase64Url(box) })),
    ...(photos.length > 0 && { photos: photos.map(({ hash, box }) => ({ hash, box: toBase64Url(box) })) }),
  };
  const payload = JSON.stringify(bundle);
  return { id: draft.id, tabletId: draft.tabletId, hash: await sha256Hex(payload), payload };
}
