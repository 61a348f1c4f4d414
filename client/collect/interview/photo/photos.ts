import type { TakenPhoto } from '../../../device/device-schema.ts';
import { keepPhoto, readPhoto } from '../../../device/photos.ts';
import type { JournalChange } from '../../../device/device-schema.ts';
import type { DeviceDatabase } from '../../../device/open-database.ts';
import type { Vault } from '../../../device/vault/vault.ts';

/** The photos of an open interview. */
export interface Photos {
  /** What is kept for a question; null where nothing is. */
  readonly taken: (item: string) => TakenPhoto | null;
  /**
   * Keeps a picture for a question as soon as it is made, in place of the one before; done once both it and the journal
   * are on disk. Of several the last one counts.
   */
  readonly keep: (item: string, picture: Promise<Uint8Array<ArrayBuffer>>) => Promise<void>;
  /** The picture that is on its way to the disk; null where none is. Never rejects. */
  readonly underway: (item: string) => Promise<void> | null;
  /** True where the last picture could not be kept. */
  readonly hasFailed: (item: string) => boolean;
  /** Waits until nothing is on its way. Gives the questions whose picture could not be kept since it was last asked. */
  readonly settled: () => Promise<readonly string[]>;
  readonly remove: (item: string) => void;
  /** The picture, opened; null where there is none. */
  readonly read: (item: string) => Promise<Uint8Array<ArrayBuffer> | null>;
}

interface PhotosOptions {
  readonly database: DeviceDatabase;
  readonly vault: Vault;
  readonly draftId: string;
  readonly known: Readonly<Record<string, TakenPhoto>>;
  readonly append: (change: JournalChange) => Promise<void>;
}

/** Opens the photos of a draft. The journal says which picture belongs to which question. */
export function openPhotos({ database, vault, draftId, known, append }: PhotosOptions): Photos {
  const photos = new Map(Object.entries(known));
  const underway = new Map<string, Promise<void>>();
  const failed = new Set<string>();
  const untold = new Set<string>();

  async function keepLast(item: string, picture: Promise<Uint8Array<ArrayBuffer>>, isLast: () => boolean) {
    const photo = await keepPhoto(database, vault, draftId, await picture);
    if (!isLast()) return;
    photos.set(item, photo);
    await append({ kind: 'photo', item, photo });
  }

  return {
    taken: (item) => photos.get(item) ?? null,
    async keep(item, picture) {
      failed.delete(item);
      untold.delete(item);
      const isLast = (): boolean => underway.get(item) === quiet;
      const keeping = keepLast(item, picture, isLast);
      const quiet: Promise<void> = keeping
        .catch(() => {
          if (isLast()) failed.add(item);
          if (isLast()) untold.add(item);
        })
        .finally(() => {
          if (isLast()) underway.delete(item);
        });
      underway.set(item, quiet);
      await keeping;
    },
    underway: (item) => underway.get(item) ?? null,
    hasFailed: (item) => failed.has(item),
    async settled() {
      while (underway.size > 0) await Promise.all(underway.values());
      const told = [...untold];
      untold.clear();
      return told;
    },
    remove(item) {
      photos.delete(item);
      underway.delete(item);
      void append({ kind: 'photo', item, photo: null });
    },
    async read(item) {
      const photo = photos.get(item);
      const data = photo === undefined ? null : await readPhoto(database, vault, draftId, photo.hash);
      if (data === null) return null;
      const binary = atob(data.replaceAll('-', '+').replaceAll('_', '/'));
      return Uint8Array.from(binary, (character) => character.charCodeAt(0));
    },
  };
}
