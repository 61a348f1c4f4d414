import { useState } from 'react';
import { useLanguage } from '../../i18n/language-context.tsx';
import { addDays, dayText, hourText, localDay } from './days.ts';
import type { VisitTexts } from './visit-messages-en.ts';

/** Days on the screen at a time. */
const DAYS = 8;
const FURTHEST_DAYS = 10 * DAYS;
const FIRST_HOUR = 7;
const HOURS = 14;

interface DayChoiceProps {
  readonly texts: VisitTexts;
  readonly day: string | null;
  /** Null: any time of that day. */
  readonly hour: number | null;
  readonly onDay: (day: string) => void;
  readonly onHour: (hour: number | null) => void;
}

/** A day, and an hour if one was named: by taps alone. */
export function DayChoice({ texts, day, hour, onDay, onHour }: DayChoiceProps) {
  const { language } = useLanguage();
  const [from, setFrom] = useState(0);
  const today = localDay(Date.now());
  const days = Array.from({ length: DAYS }, (_, index) => addDays(today, from + index));
  return (
    <>
      <fieldset className="plain-fieldset">
        <legend className="label">{texts.day}</legend>
        <div className="day-choices">
          {days.map((each) => (
            <label key={each} className="choice">
              <input
                type="radio"
                name="day"
                value={each}
                checked={day === each}
                onChange={() => {
                  onDay(each);
                }}
              />
              <span>{dayText(each, today, language)}</span>
            </label>
          ))}
        </div>
        <div className="row day-turn">
          <button
            className="button button-quiet"
            type="button"
            disabled={from === 0}
            onClick={() => {
              setFrom(from - DAYS);
            }}
          >
            {texts.dayEarlier}
          </button>
          <button
            className="button button-quiet"
            type="button"
            disabled={from + DAYS >= FURTHEST_DAYS}
            onClick={() => {
              setFrom(from + DAYS);
            }}
          >
            {texts.dayLater}
          </button>
        </div>
      </fieldset>
      <fieldset className="plain-fieldset">
        <legend className="label">{texts.hour}</legend>
        <div className="hour-choices">
          {[null, ...Array.from({ length: HOURS }, (_, index) => FIRST_HOUR + index)].map((each) => (
            <label key={each ?? 'any'} className="choice">
              <input
                type="radio"
                name="hour"
                value={each ?? 'any'}
                checked={hour === each}
                onChange={() => {
                  onHour(each);
                }}
              />
              <span>{each === null ? texts.anyHour : hourText(each, language)}</span>
            </label>
          ))}
        </div>
      </fieldset>
    </>
  );
}
