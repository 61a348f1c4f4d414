import { useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import type { Copying } from '../../device/start-copying.ts';
import { browserWorld } from './browser-world.ts';
import { useDevice } from './device-context.tsx';
import { loadSurely } from './load-surely.ts';
import { useSyncing } from './syncing-context.tsx';
import { useCalm } from './use-calm.ts';
import { useVaultState } from './vault-context.tsx';
import { whenIdle } from './when-idle.ts';

/**
 * Leaves copies of unfinished interviews on the server: after each sync, which comes twice a minute, when an
 * interview was left, and when the app is put aside. Loaded, and run, when the page has nothing else to do.
 */
export function DraftCopying() {
  const { database, changed } = useDevice();
  const { running } = useSyncing();
  const { entering } = useVaultState();
  const calm = useCalm();
  const [path] = useLocation();
  const copying = useRef<Copying | null>(null);

  useEffect(() => {
    if (!calm) return;
    let stopped = false;
    const load = () => import('../../device/start-copying.ts');
    void loadSurely(load, () => !stopped).then((code) => {
      if (stopped || code === null) return;
      copying.current = code.startCopying(browserWorld(database), changed);
    });
    return () => {
      stopped = true;
      copying.current?.stop();
      copying.current = null;
    };
  }, [calm, database, changed]);

  useEffect(() => {
    const onHidden = () => {
      if (document.visibilityState !== 'hidden') return;
      // After the interview's own line about it, so that this is the last for now.
      setTimeout(() => void copying.current?.leave(), 0);
    };
    const onOnline = () => copying.current?.networkIsBack();
    document.addEventListener('visibilitychange', onHidden);
    window.addEventListener('online', onOnline);
    return () => {
      document.removeEventListener('visibilitychange', onHidden);
      window.removeEventListener('online', onOnline);
    };
  }, []);

  useEffect(() => {
    if (running || entering) return;
    return whenIdle(() => void copying.current?.look());
  }, [running, entering, path]);

  return null;
}
