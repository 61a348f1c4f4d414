import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { Me } from '../../contracts/api.ts';
import type { Permission } from '../../contracts/roles.ts';
import { api } from './api.ts';
import { failureOf, type ApiFailure } from './api-error.ts';

/** Who sits at this screen. */
export type SessionState =
  | { readonly state: 'loading' }
  | { readonly state: 'signedOut' }
  | { readonly state: 'failed'; readonly failure: ApiFailure }
  | { readonly state: 'signedIn'; readonly me: Me };

interface Session {
  readonly session: SessionState;
  /** Ask the server again who is signed in: after signing in or out, or when a call said "not signed in". */
  readonly refresh: () => Promise<void>;
}

const SessionContext = createContext<Session>({
  session: { state: 'loading' },
  refresh: () => Promise.resolve(),
});

async function whoIsHere(): Promise<SessionState> {
  try {
    return { state: 'signedIn', me: await api.me() };
  } catch (thrown) {
    const failure = failureOf(thrown);
    const signedOut = failure.kind === 'refused' && failure.code === 'NOT_SIGNED_IN';
    return signedOut ? { state: 'signedOut' } : { state: 'failed', failure };
  }
}

export function SessionProvider({ children }: { readonly children: ReactNode }) {
  const [session, setSession] = useState<SessionState>({ state: 'loading' });
  const refresh = useCallback(async () => {
    setSession(await whoIsHere());
  }, []);
  useEffect(() => {
    void refresh();
  }, [refresh]);
  const value = useMemo(() => ({ session, refresh }), [session, refresh]);
  return <SessionContext value={value}>{children}</SessionContext>;
}

export const useSession = (): Session => useContext(SessionContext);

/** Whether a signed-in person may do something. What she may not do is not shown; the server decides anyway. */
export const may = (me: Me, permission: Permission): boolean => me.permissions.includes(permission);
