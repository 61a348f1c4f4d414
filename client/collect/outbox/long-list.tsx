import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTexts } from '../../i18n/language-context.tsx';
import { tabletMessages } from '../tablet-messages.ts';

/** Rows drawn at once: more than two screens of them. */
const STEP = 40;

interface LongListProps<T> {
  readonly items: readonly T[];
  readonly render: (item: T) => ReactNode;
}

/**
 * A list of which more is drawn as one scrolls towards its end, or by a button: hundreds may wait. What is
 * drawn but not in view costs no layout (`content-visibility`).
 */
export function LongList<T>({ items, render }: LongListProps<T>) {
  const own = useTexts(tabletMessages);
  const [shown, setShown] = useState(STEP);
  const end = useRef<HTMLButtonElement>(null);
  const left = items.length - shown;
  useEffect(() => {
    const button = end.current;
    if (button === null || typeof IntersectionObserver === 'undefined') return;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting === true) setShown((count) => count + STEP);
      },
      { rootMargin: '100%' },
    );
    observer.observe(button);
    return () => {
      observer.disconnect();
    };
  }, [shown, left]);
  return (
    <>
      <ul className="item-list long-list">{items.slice(0, shown).map(render)}</ul>
      {left > 0 && (
        <button
          ref={end}
          className="button button-quiet button-wide"
          type="button"
          onClick={() => {
            setShown(shown + STEP);
          }}
        >
          {own.showMore(Math.min(left, STEP))}
        </button>
      )}
    </>
  );
}
