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
import type { Interview } from '../../../contracts/submission.ts';
import { enterTablet } from '../../device/presence.ts';
import type { Vault } from '../../device/vault/vault.ts';
import { readLockAfterMs } from './lock-after.ts';
import { watchIdle } from './watch-idle.ts';

export interface VaultState {
  /** Null while the tablet is locked. */
  readonly vault: Vault | null;
  /** Runs `open`, and unlocks the tablet with the vault that it gives; null leaves it locked. */
  readonly enter: (open: () => Promise<Vault | null>) => Promise<void>;
  /** True while `enter` runs. */
  readonly entering: boolean;
  readonly lock: () => void;
  /** The interview finished last, until the tablet is locked: nothing else can read it any more. */
  readonly finished: Interview | null;
  readonly rememberFinished: (interview: Interview) => void;
}

export const VaultContext = createContext<VaultState | null>(null);

/** Holds the key of whoever is working. Locks after idle time, on demand, and when the app is closed. */
export function VaultProvider({ children }: { readonly children: ReactNode }) {
  const [vault, setVault] = useState<Vault | null>(null);
  const [entering, setEntering] = useState(false);
  const [finished, rememberFinished] = useState<Interview | null>(null);
  const leave = useRef<() => void>(() => undefined);

  const lock = useCallback(() => {
    setVault(null);
    rememberFinished(null);
    leave.current();
  }, []);
  const enter = useCallback(async (open: () => Promise<Vault | null>) => {
    // Before the key is read: a revoked tablet must not clear itself in between.
    setEntering(true);
    const leaveAgain = await enterTablet();
    try {
      const opened = await open();
      if (opened === null) {
        leaveAgain();
        return;
      }
      leave.current = leaveAgain;
      setVault(opened);
    } catch (error) {
      leaveAgain();
      throw error;
    } finally {
      setEntering(false);
    }
  }, []);

  const isOpen = vault !== null;
  useEffect(() => {
    if (isOpen) return watchIdle(readLockAfterMs, lock);
  }, [isOpen, lock]);

  const state = useMemo(
    () => ({ vault, enter, entering, lock, finished, rememberFinished }),
    [vault, enter, entering, lock, finished],
  );
  return <VaultContext value={state}>{children}</VaultContext>;
}

/** Whether the tablet is unlocked, and how to change that. Only inside `VaultProvider`. */
export function useVaultState(): VaultState {
  const state = useContext(VaultContext);
  if (state === null) throw new Error('useVaultState is called outside of VaultProvider.');
  return state;
}

/** The key of whoever is working. Only where the tablet is unlocked. */
export function useVault(): Vault {
  const { vault } = useVaultState();
  if (vault === null) throw new Error('useVault is called while the tablet is locked.');
  return vault;
}
