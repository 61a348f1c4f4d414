import { memo, useEffect, useRef, useState, type ReactNode } from 'react';
import { useTexts } from '../../i18n/language-context.tsx';
import { tabletMessages } from '../tablet-messages.ts';

/** Rows drawn at once: a screen of them, so that drawing them is not felt while one scrolls. */
const STEP = 16;

interface LongListProps<T> {
  readonly items: readonly T[];
  /** Keep it the same for as long as it draws the same: rows are drawn anew when it changes. */
  readonly render: (item: T) => ReactNode;
}

interface RowProps<T> extends Pick<LongListProps<T>, 'render'> {
  readonly item: T;
}

const Row = memo(function Row({ item, render }: RowProps<unknown>) {
  return render(item);
}) as <T>(props: RowProps<T>) => ReactNode;

/**
 * A list of which more is drawn as one scrolls towards its end, or by a button: hundreds may wait. A row is
 * drawn once, and what is drawn but not in view costs no layout (`content-visibility`).
 */
export function LongList<T extends { readonly id: string }>({ items, render }: LongListProps<T>) {
  const own = useTexts(tabletMessages);
  const [shown, setShown] = useState(STEP);
  const end = useRef<HTMLButtonElement>(null);
  const left = items.length - shown;
  useEffect(() => {
    const button = end.current;
    if (button === null || typeof IntersectionObserver === 'undefined') return;
    const observer = new IntersectionObserver(
      (entries) => {
        // On a busy page several come at once; the last says how it is now.
        if (entries.at(-1)?.isIntersecting === true) setShown((count) => count + STEP);
      },
      { rootMargin: '150%' },
    );
    observer.observe(button);
    return () => {
      observer.disconnect();
    };
  }, [shown, left]);
  return (
    <>
      <ul className="item-list long-list">
        {items.slice(0, shown).map((item) => (
          <Row key={item.id} item={item} render={render} />
        ))}
      </ul>
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
