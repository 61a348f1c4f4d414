import { useReducer } from 'react';
import type { Location } from '../../../../contracts/location.ts';
import type { OpenInterview } from '../open-interview.ts';
import type { ToolsTexts } from './tools-messages.ts';

const REASON_TEXTS = {
  denied: 'placeDenied',
  unavailable: 'placeUnavailable',
  timeout: 'placeTimeout',
  unsupported: 'placeUnsupported',
  unanswered: 'placeUnanswered',
} as const satisfies Record<Extract<Location, { reason: unknown }>['reason'], keyof ToolsTexts>;

interface LocationPanelProps {
  readonly interview: OpenInterview;
  readonly texts: ToolsTexts;
}

/** Records the place once it is asked for. The interview goes on meanwhile, and without it. */
export function LocationPanel({ interview, texts }: LocationPanelProps) {
  const [, look] = useReducer((count: number) => count + 1, 0);
  const { known, waiting } = interview.location();
  const said = waiting ? texts.placeWaiting : wordsFor(known, texts);
  return (
    <section className="card stack" data-location={stateOf(known, waiting)}>
      <h2>{texts.placeTitle}</h2>
      <p className="quiet small">{texts.placeHint}</p>
      <p role="status">{said}</p>
      <button
        className="button button-quiet"
        type="button"
        disabled={waiting}
        onClick={() => {
          void interview.locate().then(look);
          look();
        }}
      >
        {known === null ? texts.placeButton : texts.placeAgain}
      </button>
    </section>
  );
}

const stateOf = (known: Location | null, waiting: boolean): string => {
  if (waiting) return 'waiting';
  if (known === null) return 'none';
  return 'reason' in known ? known.reason : 'known';
};

function wordsFor(known: Location | null, texts: ToolsTexts): string {
  if (known === null) return texts.placeNone;
  return 'reason' in known ? texts[REASON_TEXTS[known.reason]] : texts.placeKnown(known.accuracyM);
}
