import { useState } from 'react';
import { useTexts } from '../i18n/language-context.tsx';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/text-field.tsx';
import { SetupPart } from './setup-part.tsx';
import { studyTexts } from './study-messages.ts';
import type { SetupPartProps } from './setup-part-props.ts';

/** The waves of the study, each with its days. */
export function WavesForm({ setup, save }: SetupPartProps) {
  const t = useTexts(studyTexts);
  const [waves, setWaves] = useState(setup.waves);
  const put = (place: number, part: Partial<(typeof waves)[number]>): void => {
    setWaves(waves.map((wave, index) => (index === place ? { ...wave, ...part } : wave)));
  };
  const add = (): void => {
    const number = Math.max(0, ...waves.map((wave) => wave.number)) + 1;
    setWaves([...waves, { number, name: '', startsOn: '', endsOn: '' }]);
  };
  return (
    <SetupPart id="waves-title" title={t.waves} text={t.wavesText} change={() => ({ waves })} save={save}>
      {waves.map((wave, place) => (
        <div className="setup-row" role="group" aria-label={`${t.waves} ${wave.number}`} key={wave.number}>
          <span className="setup-number">{wave.number}</span>
          <TextField
            label={t.name}
            value={wave.name}
            onChange={(name) => {
              put(place, { name });
            }}
          />
          <TextField
            label={t.from}
            type="date"
            value={wave.startsOn}
            onChange={(startsOn) => {
              put(place, { startsOn });
            }}
          />
          <TextField
            label={t.until}
            type="date"
            value={wave.endsOn}
            onChange={(endsOn) => {
              put(place, { endsOn });
            }}
          />
          <Button
            aria-label={t.removeNamed(`${wave.number} ${wave.name}`)}
            onPress={() => {
              setWaves(waves.filter((_wave, index) => index !== place));
            }}
          >
            {t.remove}
          </Button>
        </div>
      ))}
      <div className="row">
        <Button onPress={add}>{t.addWave}</Button>
      </div>
    </SetupPart>
  );
}
