import type { Language } from '../../../contracts/language.ts';
import { resultMessages } from './result-messages.ts';
import { resultText, type ResultPart } from './result-words.ts';
import { useReading } from './use-reading.ts';

interface ResultActionsProps {
  readonly parts: readonly ResultPart[];
  readonly language: Language;
}

const canShare = (): boolean => typeof (navigator as { share?: unknown }).share === 'function';

/** Hands the card over: by voice, on paper, or as a message from the tablet's own apps. */
export function ResultActions({ parts, language }: ResultActionsProps) {
  const texts = resultMessages[language];
  const { state, read, stop } = useReading(language);
  const text = resultText(parts);
  return (
    <section className="card stack result-actions" aria-label={texts.tell}>
      <div className="row">
        <button
          className="button button-quiet"
          type="button"
          data-reading={state}
          onClick={() => {
            if (state === 'reading') stop();
            else
              read(parts.flatMap(({ heading, lines }) => [...(heading === null ? [] : [heading]), ...lines]));
          }}
        >
          {state === 'reading' ? texts.stop : texts.read}
        </button>
        <button
          className="button button-quiet"
          type="button"
          onClick={() => {
            window.print();
          }}
        >
          {texts.print}
        </button>
        {canShare() ? (
          <button
            className="button button-quiet"
            type="button"
            onClick={() => {
              // Rejects where the person changes her mind: nothing to say.
              navigator.share({ text }).catch(() => undefined);
            }}
          >
            {texts.send}
          </button>
        ) : (
          <a className="button button-quiet" href={`sms:?body=${encodeURIComponent(text)}`}>
            {texts.send}
          </a>
        )}
      </div>
      <p className="quiet small">{texts.sendHint}</p>
      <p role="status">{state === 'noVoice' && texts.noVoice}</p>
    </section>
  );
}
