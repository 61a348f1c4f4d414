import { memo, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useTexts } from '../../i18n/language-context.tsx';
import { tabletMessages } from '../tablet-messages.ts';
import { keepSame } from './keep-same.ts';

/** Rows drawn at once: half a screen of them, so that drawing them is not felt while one scrolls. */
const STEP = 8;
/** Pieces drawn at first: a screen. */
const FIRST = 2;

interface LongListProps<T> {
  readonly items: readonly T[];
  /** Keep it the same for as long as it draws the same: rows are drawn anew when it changes. */
  readonly render: (item: T) => ReactNode;
  /** See `keepSame`: a text that changes whenever an item is to be drawn anew. */
  readonly look: (item: T) => string;
}

type PieceProps<T> = Pick<LongListProps<T>, 'items' | 'render'>;

const Piece = memo(function Piece({ items, render }: PieceProps<unknown>) {
  return <ul className="item-list long-list">{items.map(render)}</ul>;
}) as <T>(props: PieceProps<T>) => ReactNode;

function inPieces<T>(items: readonly T[]): T[][] {
  const pieces: T[][] = [];
  for (let from = 0; from < items.length; from += STEP) pieces.push(items.slice(from, from + STEP));
  return pieces;
}

/**
 * A list of which more is drawn as one scrolls towards its end, or by a button: hundreds may wait. It is drawn in
 * pieces, each once; a piece that is not in view costs no layout (`content-visibility`), and there are few of them
 * for the browser to watch. All that is drawn stays in the page, for the keyboard and for screen readers.
 */
export function LongList<T extends { readonly id: string }>({ items, render, look }: LongListProps<T>) {
  const own = useTexts(tabletMessages);
  const [known, setKnown] = useState(items);
  const kept = keepSame(known, items, look);
  if (kept !== known) setKnown(kept);
  const pieces = useMemo(() => inPieces(kept), [kept]);
  const [shown, setShown] = useState(FIRST);
  const end = useRef<HTMLButtonElement>(null);
  const left = items.length - shown * STEP;
  useEffect(() => {
    const button = end.current;
    if (button === null || typeof IntersectionObserver === 'undefined') return;
    const observer = new IntersectionObserver(
      (entries) => {
        // On a busy page several come at once; the last says how it is now.
        if (entries.at(-1)?.isIntersecting === true) setShown((count) => count + 1);
      },
      { rootMargin: '150%' },
    );
    observer.observe(button);
    return () => {
      observer.disconnect();
    };
  }, [shown, left]);
  return (
    <div>
      {pieces.slice(0, shown).map((piece, index) => (
        // Pieces are of equal size: what moves up moves from one to the next.
        <Piece key={index} items={piece} render={render} />
      ))}
      {left > 0 && (
        <button
          ref={end}
          className="button button-quiet button-wide"
          type="button"
          onClick={() => {
            setShown(shown + 1);
          }}
        >
          {own.showMore(Math.min(left, STEP))}
        </button>
      )}
    </div>
  );
}
