import { createContext, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { Syncing } from '../../device/start-syncing.ts';
import type { SyncScope } from '../../device/sync.ts';
import type { SyncWorld } from '../../device/sync-world.ts';
import { browserWorld } from './browser-world.ts';
import { useDevice } from './device-context.tsx';
import { loadSurely } from './load-surely.ts';
import { useCalm } from './use-calm.ts';

interface SyncState {
  readonly running: boolean;
  /** Asks for a run; does nothing until syncing has loaded. */
  readonly sync: (scope: SyncScope) => void;
}

const SyncingContext = createContext<SyncState>({ running: false, sync: () => undefined });

interface Props {
  readonly isInstrumentHere: NonNullable<SyncWorld['isInstrumentHere']>;
  readonly children: ReactNode;
}

/** Keeps the outbox moving while the app is open. Loaded when the shell is idle: it brings zod. */
export function SyncingProvider({ isInstrumentHere, children }: Props) {
  const { database, changed } = useDevice();
  const calm = useCalm();
  const [running, setRunning] = useState(false);
  const syncing = useRef<Syncing | null>(null);

  useEffect(() => {
    if (!calm) return;
    let stopped = false;
    const load = () =>
      Promise.all([import('../../device/start-syncing.ts'), import('../../device/spares.ts')]);
    void loadSurely(load, () => !stopped).then((parts) => {
      if (stopped || parts === null) return;
      const [code, { createSpares }] = parts;
      // A page that came without encryption has no such storage.
      const spares = 'caches' in window ? { spares: createSpares(window.caches) } : {};
      const world = { ...browserWorld(database), ...spares, isInstrumentHere };
      syncing.current = code.startSyncing(world, (isRunning) => {
        setRunning(isRunning);
        // A run that begins has changed nothing yet.
        if (!isRunning) changed();
      });
    });
    return () => {
      stopped = true;
      syncing.current?.stop();
      syncing.current = null;
    };
  }, [calm, database, changed, isInstrumentHere]);

  useEffect(() => {
    if (!calm) return;
    let stopped = false;
    const load = () => import('../../device/renew-log.ts');
    void loadSurely(load, () => !stopped).then((code) => code?.renewLog());
    return () => {
      stopped = true;
    };
  }, [calm]);

  const value = useMemo(
    () => ({
      running,
      sync(scope: SyncScope) {
        void syncing.current?.sync(scope);
      },
    }),
    [running],
  );
  return <SyncingContext value={value}>{children}</SyncingContext>;
}

/** Whether the outbox is being sent just now, and how to ask for it. */
export const useSyncing = (): SyncState => useContext(SyncingContext);
