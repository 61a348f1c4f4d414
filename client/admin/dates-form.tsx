import { useState } from 'react';
import { useTexts } from '../i18n/language-context.tsx';
import { TextField } from '../ui/text-field.tsx';
import { SetupPart } from './setup-part.tsx';
import { studyTexts } from './study-messages.ts';
import type { SetupPartProps } from './setup-part-props.ts';

/** First and last day of the study. */
export function DatesForm({ setup, save }: SetupPartProps) {
  const t = useTexts(studyTexts);
  const [startsOn, setStartsOn] = useState(setup.startsOn ?? '');
  const [endsOn, setEndsOn] = useState(setup.endsOn ?? '');
  const change = () => ({
    startsOn: startsOn === '' ? null : startsOn,
    endsOn: endsOn === '' ? null : endsOn,
  });
  return (
    <SetupPart id="dates-title" title={t.dates} change={change} save={save}>
      <div className="setup-row">
        <TextField label={t.from} type="date" value={startsOn} onChange={setStartsOn} />
        <TextField label={t.until} type="date" value={endsOn} onChange={setEndsOn} />
      </div>
    </SetupPart>
  );
}
