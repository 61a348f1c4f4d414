import { useState } from 'react';
import type { CaseImportResult } from '../../contracts/case-list.ts';
import { useTexts } from '../i18n/language-context.tsx';
import { useFormat } from '../i18n/use-format.ts';
import { FailureBanner } from '../session/failure-banner.tsx';
import { useAction } from '../session/use-action.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { FileField } from '../ui/file-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { respondentsApi } from './respondents-api.ts';
import { respondentsTexts } from './respondents-messages.ts';

/** Takes a list from a file: all of it, or nothing and the line that is wrong. */
export function ListUpload({ studyId, onTaken }: { readonly studyId: string; readonly onTaken: () => void }) {
  const t = useTexts(respondentsTexts);
  const format = useFormat();
  const [round, setRound] = useState(0);
  const [file, setFile] = useState<File | null>(null);
  const [wave, setWave] = useState('');
  const [taken, setTaken] = useState<CaseImportResult | null>(null);
  const [action, run] = useAction();

  const send = async (): Promise<void> => {
    if (file === null) return;
    setTaken(null);
    const isTaken = await run(async () => {
      const csv = await file.text();
      const number = Number(wave);
      const more = wave.trim() === '' || !Number.isInteger(number) ? {} : { wave: number };
      setTaken(await respondentsApi.upload(studyId, { csv, fileName: file.name, ...more }));
    });
    if (!isTaken) return;
    setFile(null);
    setRound(round + 1);
    onTaken();
  };

  return (
    <section className="card stack" aria-labelledby="upload-title">
      <h2 id="upload-title">{t.upload}</h2>
      <p>{t.uploadText}</p>
      <div className="case-actions">
        <FileField key={round} label={t.file} accept=".csv,text/csv" onFile={setFile} />
        <TextField label={`${t.wave} (${t.noWave})`} inputMode="numeric" value={wave} onChange={setWave} />
        <Button
          look="strong"
          isDisabled={file === null || action.state === 'running'}
          onPress={() => void send()}
        >
          {action.state === 'running' ? t.sending : t.send}
        </Button>
      </div>
      {action.state === 'failed' ? <FailureBanner failure={action.failure} /> : null}
      {taken === null ? null : (
        <Banner tone="ok" role="status">
          {t.uploaded(format.count(taken.added), format.count(taken.updated))}
          {taken.leftAside.length === 0 ? null : ` ${t.leftAside(taken.leftAside.join(', '))}`}
        </Banner>
      )}
    </section>
  );
}
