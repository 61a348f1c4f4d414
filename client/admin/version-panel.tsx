import { useState } from 'react';
import { useTexts } from '../i18n/language-context.tsx';
import { useFormat } from '../i18n/use-format.ts';
import { FailureBanner } from '../session/failure-banner.tsx';
import { useAction } from '../session/use-action.ts';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { studyTexts } from './study-messages.ts';
import type { SetupPartProps } from './setup-part-props.ts';

/** Which version of the instrument new interviews are held with, and the way to a newer one. */
export function VersionPanel({ setup, save }: SetupPartProps) {
  const t = useTexts(studyTexts);
  const format = useFormat();
  const [asked, setAsked] = useState<string | null>(null);
  const [action, run] = useAction();
  const { instrument, versions, newerVersions } = setup;
  return (
    <section className="card stack" aria-labelledby="version-title">
      <h2 id="version-title">{t.version}</h2>
      <p>{t.versionText(instrument.name, instrument.version)}</p>
      <ul>
        {versions.map(({ version, since }) => (
          <li key={version}>{t.since(version, format.date(since))}</li>
        ))}
      </ul>
      {newerVersions.length === 0 ? <p className="quiet">{t.newest}</p> : null}
      <div className="row">
        {newerVersions.map((version) => (
          <Button
            key={version}
            onPress={() => {
              setAsked(version);
            }}
          >
            {t.moveTo(version)}
          </Button>
        ))}
      </div>
      {action.state === 'failed' ? <FailureBanner failure={action.failure} /> : null}
      {asked === null ? null : (
        <ConfirmDialog
          title={t.moveTo(asked)}
          text={t.moveText}
          confirmLabel={t.moveTo(asked)}
          cancelLabel={t.keep}
          onConfirm={() => {
            setAsked(null);
            void run(() => save({ version: asked }));
          }}
          onCancel={() => {
            setAsked(null);
          }}
        />
      )}
    </section>
  );
}
