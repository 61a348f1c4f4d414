import { createContext, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { readEnrolment } from '../../device/read-enrolment.ts';
import { useDeviceQuery } from '../shell/device-context.tsx';
import { useCalm } from '../shell/use-calm.ts';
import { whenIdle } from '../shell/when-idle.ts';
import { startAppWorker, type AppWorker, type WorkerState } from './app-worker.ts';
import { loadFonts } from './load-fonts.ts';
import { isInstrumentHere } from './load-interview-code.ts';

export type Readiness = 'unsupported' | 'preparing' | 'ready' | 'notReady';

interface Offline {
  readonly readiness: Readiness;
  readonly updateWaiting: boolean;
  /** False if an interview is open in any tab; else the app reloads into the new version. */
  readonly applyUpdate: () => Promise<boolean>;
}

const OfflineContext = createContext<Offline>({
  readiness: 'preparing',
  updateWaiting: false,
  applyUpdate: () => Promise.resolve(false),
});

function readinessOf(worker: WorkerState, instrumentHere: boolean | null): Readiness {
  if (worker === 'unsupported') return 'unsupported';
  if (worker === 'failed' || instrumentHere === false) return 'notReady';
  return worker === 'active' && instrumentHere === true ? 'ready' : 'preparing';
}

/** Makes the app work offline, and loads the interview while the enumerator looks at her list. */
export function OfflineProvider({ children }: { readonly children: ReactNode }) {
  const enrolment = useDeviceQuery(readEnrolment);
  const calm = useCalm();
  const [worker, setWorker] = useState<WorkerState>('preparing');
  const [updateWaiting, setUpdateWaiting] = useState(false);
  const [instrumentHere, setInstrumentHere] = useState<boolean | null>(null);
  const appWorker = useRef<AppWorker | null>(null);

  useEffect(() => {
    if (!calm) return;
    const started = startAppWorker((report) => {
      setWorker(report.state);
      setUpdateWaiting(report.updateWaiting);
    });
    appWorker.current = started;
    return () => {
      started.stop();
    };
  }, [calm]);

  const name = enrolment?.study.instrument.name;
  const version = enrolment?.study.instrument.version;
  useEffect(() => {
    if (!calm || name === undefined || version === undefined) return;
    return whenIdle(() => void isInstrumentHere(name, version).then(setInstrumentHere));
  }, [calm, name, version, worker]);

  const readiness = readinessOf(worker, instrumentHere);
  useEffect(() => {
    if (readiness === 'ready') return whenIdle(() => void loadFonts());
  }, [readiness]);

  const offline = useMemo(
    () => ({
      readiness,
      updateWaiting,
      applyUpdate: async () => (await appWorker.current?.applyUpdate()) ?? false,
    }),
    [readiness, updateWaiting],
  );
  return <OfflineContext value={offline}>{children}</OfflineContext>;
}

/** Whether the tablet can go offline now, and whether a new version waits. */
export const useOffline = (): Offline => useContext(OfflineContext);
