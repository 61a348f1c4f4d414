import type { Wave } from '../../contracts/study-setup.ts';
import { useTexts } from '../i18n/language-context.tsx';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/text-field.tsx';
import { studyTexts } from './study-messages.ts';

/** Waves to fill in, one a row, with a button for the next one. */
export function WaveRows({
  waves,
  onChange,
}: {
  readonly waves: readonly Wave[];
  readonly onChange: (waves: Wave[]) => void;
}) {
  const t = useTexts(studyTexts);
  const put = (place: number, part: Partial<Wave>): void => {
    onChange(waves.map((wave, index) => (index === place ? { ...wave, ...part } : wave)));
  };
  const add = (): void => {
    const number = Math.max(0, ...waves.map((wave) => wave.number)) + 1;
    onChange([...waves, { number, name: '', startsOn: '', endsOn: '' }]);
  };
  return (
    <>
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
              onChange(waves.filter((_wave, index) => index !== place));
            }}
          >
            {t.remove}
          </Button>
        </div>
      ))}
      <div className="row">
        <Button onPress={add}>{t.addWave}</Button>
      </div>
    </>
  );
}
