import { useState } from 'react';
import { useTexts } from '../i18n/language-context.tsx';
import { SetupPart } from './setup-part.tsx';
import { studyTexts } from './study-messages.ts';
import type { SetupPartProps } from './setup-part-props.ts';
import { WaveRows } from './wave-rows.tsx';

/** The waves of the study, each with its days. */
export function WavesForm({ setup, save }: SetupPartProps) {
  const t = useTexts(studyTexts);
  const [waves, setWaves] = useState(setup.waves);
  return (
    <SetupPart id="waves-title" title={t.waves} text={t.wavesText} change={() => ({ waves })} save={save}>
      <WaveRows waves={waves} onChange={setWaves} />
    </SetupPart>
  );
}
