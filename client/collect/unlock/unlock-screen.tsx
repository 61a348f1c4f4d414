import { useEffect, useState } from 'react';
import type { Enrolment } from '../../device/device-schema.ts';
import { countOutbox } from '../../device/outbox.ts';
import { readEnumerators } from '../../device/vault/read-enumerators.ts';
import { useTexts } from '../../i18n/language-context.tsx';
import { messages } from '../messages.ts';
import { useDeviceQuery } from '../shell/device-context.tsx';
import { RevokedBanner } from '../shell/revoked-banner.tsx';
import { Screen } from '../shell/screen.tsx';
import { BackupButton } from './backup-button.tsx';
import { loadVaultCode } from './load-vault-code.ts';
import { NewPersonForm } from './new-person-form.tsx';
import { PinForm } from './pin-form.tsx';

/** The locked tablet. It shows nobody's name and no interview; sending goes on behind it. */
export function UnlockScreen({ enrolment }: { readonly enrolment: Enrolment | undefined }) {
  const texts = useTexts(messages);
  const people = useDeviceQuery(readEnumerators);
  const waiting = useDeviceQuery(countOutbox) ?? 0;
  const [isNew, setIsNew] = useState(false);
  useEffect(() => {
    void loadVaultCode();
  }, []);

  if (enrolment === undefined || people === undefined)
    return <Screen title={texts.unlockTitle}>{null}</Screen>;
  const isFirst = people.length === 0;
  // A revoked tablet that has cleared itself is nobody's any more.
  if (isFirst && enrolment.revoked)
    return (
      <Screen title={texts.revokedTitle}>
        <RevokedBanner texts={texts} />
      </Screen>
    );
  const asksNew = isNew || isFirst;
  return (
    <Screen title={asksNew ? texts.newPersonTitle : texts.unlockTitle}>
      <RevokedBanner texts={texts} />
      {asksNew ? <NewPersonForm texts={texts} /> : <PinForm people={people} texts={texts} />}
      {!isFirst && (
        <button
          className="button button-quiet button-wide"
          type="button"
          onClick={() => {
            setIsNew(!isNew);
          }}
        >
          {isNew ? texts.unlockKnown : texts.unlockNew}
        </button>
      )}
      {!isFirst && (
        <details className="card">
          <summary>{texts.unlockForgot}</summary>
          <div className="stack">
            <p>{texts.unlockForgotText}</p>
            <BackupButton texts={texts} />
          </div>
        </details>
      )}
      {waiting > 0 && (
        <p className="quiet" data-outbox={waiting}>
          {texts.homeWaiting(waiting)}. {texts.homeSafe}
        </p>
      )}
    </Screen>
  );
}
