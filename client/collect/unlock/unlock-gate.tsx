import { useEffect, type ReactNode } from 'react';
import { Redirect } from 'wouter';
import { readEnrolment } from '../../device/read-enrolment.ts';
import { useDevice, useDeviceQuery } from '../shell/device-context.tsx';
import { useVaultState } from '../shell/vault-context.tsx';
import { loadVaultCode } from './load-vault-code.ts';
import { UnlockScreen } from './unlock-screen.tsx';

/** Shows its children to whoever has unlocked the tablet; to all others, who they are and their PIN. */
export function UnlockGate({ children }: { readonly children: ReactNode }) {
  const { database, revision } = useDevice();
  const { vault } = useVaultState();
  const enrolment = useDeviceQuery(readEnrolment);

  useEffect(() => {
    if (vault === null) return;
    // As soon as the tablet knows the institution's key. Storage failing here fails every screen loudly.
    void loadVaultCode().then(({ escrowKey }) => escrowKey(database, vault).catch(() => undefined));
  }, [database, vault, revision]);

  if (vault !== null) return <div className="app-open">{children}</div>;
  if (enrolment === null) return <Redirect to="/collect/enrol" />;
  return <UnlockScreen enrolment={enrolment} />;
}
