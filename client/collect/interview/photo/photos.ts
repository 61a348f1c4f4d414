import type { TakenPhoto } from '../../../device/device-schema.ts';
import { keepPhoto, readPhoto } from '../../../device/photos.ts';
import type { JournalChange } from '../../../device/device-schema.ts';
import type { DeviceDatabase } from '../../../device/open-database.ts';
import type { Vault } from '../../../device/vault/vault.ts';

/** The photos of an open interview. */
export interface Photos {
  /** What is kept for a question; null where nothing is. */
  readonly taken: (item: string) => TakenPhoto | null;
  /** Keeps a picture for a question, in place of the one before; done once both it and the journal are on disk. */
  readonly keep: (item: string, picture: Uint8Array<ArrayBuffer>) => Promise<void>;
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
  return {
    taken: (item) => photos.get(item) ?? null,
    async keep(item, picture) {
      const photo = await keepPhoto(database, vault, draftId, picture);
      photos.set(item, photo);
      await append({ kind: 'photo', item, photo });
    },
    remove(item) {
      photos.delete(item);
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
