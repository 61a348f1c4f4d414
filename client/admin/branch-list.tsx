import { useTexts } from '../i18n/language-context.tsx';
import { FileField } from '../ui/file-field.tsx';
import { TextAreaField } from '../ui/text-area-field.tsx';
import { newStudyTexts } from './new-study-messages.ts';

const EXAMPLE = 'branch,name,clients,target\nnorth,North,1200,80\nsouth,South,640,45';

/** The branches of a new study as a list: pasted from a spreadsheet, or from a CSV file. */
export function BranchList({
  value,
  onChange,
  isInvalid,
}: {
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly isInvalid: boolean;
}) {
  const t = useTexts(newStudyTexts);
  return (
    <section className="card stack" aria-labelledby="branches-title">
      <h2 id="branches-title">{t.branches}</h2>
      <p className="prose">{t.branchesText}</p>
      <p className="quiet small">{t.example}</p>
      <pre className="example">{EXAMPLE}</pre>
      <TextAreaField label={t.paste} value={value} onChange={onChange} isInvalid={isInvalid} rows={8} />
      <FileField
        label={t.file}
        accept=".csv,text/csv"
        onFile={(file) => {
          void file?.text().then(onChange);
        }}
      />
    </section>
  );
}
