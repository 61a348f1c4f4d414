import { useEffect, useState } from 'react';
import { askPersistence } from '../../device/ask-persistence.ts';
import { readStorage } from '../../device/read-storage.ts';
import { useDevice } from '../shell/device-context.tsx';
import { whenIdle } from '../shell/when-idle.ts';

interface TabletStorage {
  /** Whether the browser promised to keep what is stored; null until it answers. */
  readonly persisted: boolean | null;
  /** Bytes left; null where the browser does not say. */
  readonly free: number | null;
}

/** Asks the browser to keep this app's storage, and how much of it is left, once the screen stands. */
export function useStorage(): TabletStorage {
  const { revision } = useDevice();
  const [persisted, setPersisted] = useState<boolean | null>(null);
  const [free, setFree] = useState<number | null>(null);
  useEffect(() => whenIdle(() => void askPersistence().then(setPersisted)), []);
  useEffect(
    () =>
      whenIdle(() => {
        void readStorage().then(({ used, quota }) => {
          setFree(used === null || quota === null ? null : Math.max(0, quota - used));
        });
      }),
    [revision],
  );
  return { persisted, free };
}
