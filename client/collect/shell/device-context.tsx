import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { DeviceDatabase } from '../../device/open-database.ts';
import type { FirstLook } from './first-look.ts';

interface Device {
  readonly database: DeviceDatabase;
  readonly first: FirstLook;
  /** Grows whenever something on the device changed; queries run again. */
  readonly revision: number;
  readonly changed: () => void;
}

const DeviceContext = createContext<Device | null>(null);

interface DeviceProviderProps extends Pick<Device, 'database' | 'first'> {
  readonly children: ReactNode;
}

/** Hands the tablet's storage to the screens. */
export function DeviceProvider({ database, first, children }: DeviceProviderProps) {
  const [revision, setRevision] = useState(0);
  const changed = useCallback(() => {
    setRevision((count) => count + 1);
  }, []);
  // Effects of the screens within run before this one: what they could take from it, they have.
  useEffect(() => {
    first.forget();
  }, [first]);
  const device = useMemo(
    () => ({ database, first, revision, changed }),
    [database, first, revision, changed],
  );
  return <DeviceContext value={device}>{children}</DeviceContext>;
}

/** The tablet's storage. Only inside `DeviceProvider`. */
export function useDevice(): Device {
  const device = useContext(DeviceContext);
  if (device === null) throw new Error('useDevice is called outside of DeviceProvider.');
  return device;
}

/**
 * What `query` reads from the device, read again whenever the device changed; undefined until the
 * first answer. `query` must be stable (a module function).
 */
export function useDeviceQuery<T>(query: (database: DeviceDatabase) => Promise<T>): T | undefined {
  const { database, first, revision } = useDevice();
  // The answer to this very query has its type.
  const [value, setValue] = useState<T | undefined>(() => first.recall(query) as T | undefined);
  useEffect(() => {
    if (first.recall(query) !== undefined) return;
    let current = true;
    void query(database).then((next) => {
      if (current) setValue(() => next);
    });
    return () => {
      current = false;
    };
  }, [database, first, revision, query]);
  return value;
}
