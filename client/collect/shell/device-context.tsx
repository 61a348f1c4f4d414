import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { openDatabase, type DeviceDatabase } from '../../device/open-database.ts';

interface Device {
  readonly database: DeviceDatabase;
  /** Grows whenever something on the device changed; queries run again. */
  readonly revision: number;
  readonly changed: () => void;
}

const DeviceContext = createContext<Device | null>(null);

type Opening =
  | { readonly step: 'opening' }
  | { readonly step: 'refused' }
  | { readonly step: 'open'; readonly database: DeviceDatabase };

interface DeviceProviderProps {
  readonly children: ReactNode;
  /** Shown while storage opens: the shell without its data. */
  readonly opening: ReactNode;
  /** Shown where the browser gives no storage. */
  readonly refused: ReactNode;
}

/** Opens the tablet's storage once, or says that there is none. */
export function DeviceProvider({ children, opening, refused }: DeviceProviderProps) {
  const [state, setState] = useState<Opening>({ step: 'opening' });
  const [revision, setRevision] = useState(0);
  const changed = useCallback(() => {
    setRevision((count) => count + 1);
  }, []);

  useEffect(() => {
    openDatabase().then(
      (database) => {
        setState({ step: 'open', database });
      },
      () => {
        setState({ step: 'refused' });
      },
    );
  }, []);

  const database = state.step === 'open' ? state.database : null;
  const device = useMemo(
    () => (database === null ? null : { database, revision, changed }),
    [database, revision, changed],
  );
  if (state.step === 'refused') return refused;
  if (device === null) return opening;
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
  const { database, revision } = useDevice();
  const [value, setValue] = useState<T>();
  useEffect(() => {
    let current = true;
    void query(database).then((next) => {
      if (current) setValue(() => next);
    });
    return () => {
      current = false;
    };
  }, [database, revision, query]);
  return value;
}
