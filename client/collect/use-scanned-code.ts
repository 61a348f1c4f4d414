import { useEffect, useState } from 'react';
import { readScannedCode } from './read-scanned-code.ts';

/**
 * The code of the picture that the tablet's camera read, or ''. It is taken out of the address at once, so
 * that it stays in no history. Also heard when the app was open already and only the part after `#` changed.
 */
export function useScannedCode(): string {
  const [code, setCode] = useState(() => readScannedCode(location.hash));
  useEffect(() => {
    const take = () => {
      const scanned = readScannedCode(location.hash);
      if (scanned === '') return;
      setCode(scanned);
      history.replaceState(history.state, '', location.pathname);
    };
    take();
    window.addEventListener('hashchange', take);
    return () => {
      window.removeEventListener('hashchange', take);
    };
  }, []);
  return code;
}
