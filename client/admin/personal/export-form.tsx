import { useState } from 'react';
import type { StudyPersonal } from '../../../contracts/personal.ts';
import { useTexts } from '../../i18n/language-context.tsx';
import { FailureBanner } from '../../session/failure-banner.tsx';
import { personalApi } from '../../session/personal-api.ts';
import { textOf } from '../../session/text-of.ts';
import { useAction } from '../../session/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { personalTexts } from './messages.ts';

/** The one export that names people: of one study, for a stated purpose. */
export function ExportForm({ studies }: { readonly studies: readonly StudyPersonal[] }) {
  const t = useTexts(personalTexts);
  const [study, setStudy] = useState(studies[0]?.id ?? '');
  const [action, run] = useAction();
  return (
    <section className="card stack" aria-labelledby="export-title">
      <h2 id="export-title">{t.exportTitle}</h2>
      <p className="prose">{t.exportText}</p>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          const purpose = textOf(new FormData(event.currentTarget), 'purpose').trim();
          void run(async () => {
            save(await personalApi.export(study, purpose), `waymark-${study}-personal.csv`);
          });
        }}
      >
        <div className="fields">
          <SelectField
            label={t.study}
            groups={[{ title: null, options: studies.map(({ id, title }) => ({ value: id, label: title })) }]}
            value={study}
            onChange={setStudy}
          />
          <TextField
            label={t.purpose}
            name="purpose"
            autoComplete="off"
            minLength={5}
            maxLength={300}
            isRequired
          />
        </div>
        {action.state === 'failed' ? <FailureBanner failure={action.failure} /> : null}
        <div className="row">
          <Button type="submit" isDisabled={action.state === 'running' || study === ''}>
            {t.export}
          </Button>
        </div>
      </form>
    </section>
  );
}

/** Hands a file to the browser as a download. */
function save(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
