import { createECDH } from 'node:crypto';
import { join } from 'node:path';
import { sealingKeySchema } from '../../contracts/sealing.ts';
import type { Clock } from '../use-cases/clock.ts';
import type { OpeningKey } from '../use-cases/open-sealed.ts';
import type { SealingKeys } from '../use-cases/sealing-keys.ts';
import { readKeyFile, versionOfKeyFile, withNewKey, writeKeyFile, type KeyFile } from './key-file.ts';

/** Name of the key file within the data folder. */
const KEY_FILE = 'sealing-keys.json';

interface Loaded {
  readonly version: string;
  readonly file: KeyFile;
  /** By key id; made once. */
  readonly opening: Map<string, OpeningKey>;
}

/**
 * The institution's keys in a data folder. The first is made when it is first asked for. A file that
 * another process has replaced meanwhile (a rotation by command) is read again; a key that was used stays at hand.
 */
export function createSealingKeys(dataDir: string, clock: Clock): SealingKeys {
  const path = join(dataDir, KEY_FILE);
  let loaded: Loaded | null = null;

  function read(): Loaded | null {
    const version = versionOfKeyFile(path);
    if (version === null) return null;
    if (loaded?.version !== version) loaded = { version, file: readKeyFile(path), opening: new Map() };
    return loaded;
  }

  async function readOrMake(): Promise<Loaded> {
    const there = read();
    if (there !== null) return there;
    // Where another process was first, its file stays and ours is dropped.
    writeKeyFile(path, await withNewKey(null, clock().toISOString()), false);
    const made = read();
    if (made === null) throw new Error('The key file is gone right after it was written.');
    return made;
  }

  return {
    async current() {
      const { file } = await readOrMake();
      const { kty, crv, x, y, kid } = file.keys.find((key) => key.kid === file.current) ?? {};
      return sealingKeySchema.parse({ kty, crv, x, y, kid });
    },
    find(kid) {
      const used = loaded?.opening.get(kid);
      if (used) return used;
      const there = read();
      const key = there?.file.keys.find((each) => each.kid === kid);
      if (!there || !key) return null;
      const opening = createECDH('prime256v1');
      opening.setPrivateKey(key.d, 'base64url');
      there.opening.set(kid, opening);
      return opening;
    },
    async rotate() {
      const next = await withNewKey((await readOrMake()).file, clock().toISOString());
      writeKeyFile(path, next, true);
      return next.current;
    },
  };
}
