import { useEffect, useState } from 'react';
import { useVaultState } from './vault-context.tsx';
import { whenIdle } from './when-idle.ts';

/**
 * True from the first moment in which the page has painted, has nothing else to do, and nobody is waiting
 * for her PIN to be checked: time for what can wait.
 */
export function useCalm(): boolean {
  const { entering } = useVaultState();
  const [calm, setCalm] = useState(false);
  useEffect(() => {
    if (calm || entering) return;
    return whenIdle(() => {
      setCalm(true);
    });
  }, [calm, entering]);
  return calm;
}
