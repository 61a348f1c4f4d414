import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react';
import type { DeviceDatabase } from '../../device/open-database.ts';
import { readWork, type OpenedWork, type Work } from '../../device/work/read-work.ts';
import { useDevice, useDeviceQuery } from '../shell/device-context.tsx';
import { useSyncing } from '../shell/syncing-context.tsx';
import { useVault } from '../shell/vault-context.tsx';
import { whenIdle } from '../shell/when-idle.ts';

/** Whom of the list she has opened. In memory only: an address would stay in the browser's history. */
export interface Chosen {
  readonly kind: 'case' | 'returned' | 'backCheck';
  readonly id: string;
  /** Of a back-check: how it is asked. */
  readonly mode?: 'visit' | 'phone';
}

interface WorkState {
  /** Undefined while it is being read; null where this tablet has no list for her. */
  readonly work: Work | null | undefined;
  readonly updating: boolean;
  /** Asks the server now. */
  readonly update: () => void;
  readonly chosen: Chosen | null;
  readonly choose: (chosen: Chosen) => void;
}

const WorkContext = createContext<WorkState>({
  work: null,
  updating: false,
  update: () => undefined,
  chosen: null,
  choose: () => undefined,
});

const STALE_MS = 5 * 60_000;

/**
 * The list of work of whoever has the tablet unlocked: read from its box, and asked for anew when she comes,
 * when the network is back, and after a sync where it is some minutes old. Locking the tablet forgets it.
 */
export function WorkProvider({ children }: { readonly children: ReactNode }) {
  const { database, changed } = useDevice();
  const vault = useVault();
  const { running } = useSyncing();
  const [updating, setUpdating] = useState(false);
  const [chosen, choose] = useState<Chosen | null>(null);
  const opened = useRef<OpenedWork | null>(null);
  const askedAtMs = useRef(-Infinity);

  const read = useCallback(
    async (device: DeviceDatabase) => {
      opened.current = await readWork(device, vault, opened.current);
      return opened.current?.work ?? null;
    },
    [vault],
  );
  const work = useDeviceQuery(read);

  const update = useCallback(() => {
    const ask = async () => {
      askedAtMs.current = performance.now();
      setUpdating(true);
      const { refreshWork } = await import('../../device/work/refresh-work.ts');
      const world = { database, fetch: window.fetch.bind(window), nowMs: () => Date.now() };
      await navigator.locks.request('waymark-work', () => refreshWork(world, vault));
    };
    // Storage failing here fails every screen loudly; the next time tries again.
    void ask()
      .catch(() => undefined)
      .then(() => {
        setUpdating(false);
        changed();
      });
  }, [database, vault, changed]);

  useEffect(() => {
    window.addEventListener('online', update);
    return () => {
      window.removeEventListener('online', update);
    };
  }, [update]);
  useEffect(() => {
    if (running || performance.now() - askedAtMs.current < STALE_MS) return;
    return whenIdle(update);
  }, [running, update]);

  const state = useMemo(() => ({ work, updating, update, chosen, choose }), [work, updating, update, chosen]);
  return <WorkContext value={state}>{children}</WorkContext>;
}

/** The list of work. Without a `WorkProvider` there is none. */
export const useWork = (): WorkState => useContext(WorkContext);
