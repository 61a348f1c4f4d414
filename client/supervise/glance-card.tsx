import { useState, type ReactNode } from 'react';
import { useTexts } from '../i18n/language-context.tsx';
import { useFormat } from '../i18n/use-format.ts';
import { Button } from '../ui/button.tsx';
import { glanceTexts } from './glance-messages.ts';

const MOST_SHOWN = 6;

/** A question of the evening: its number, and what is behind it. */
export function GlanceCard({
  title,
  count,
  calm,
  lines,
  children,
}: {
  readonly title: string;
  readonly count: number;
  /** Said where there is nothing. */
  readonly calm: string;
  readonly lines: readonly string[];
  readonly children?: ReactNode;
}) {
  const t = useTexts(glanceTexts);
  const format = useFormat();
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? lines : lines.slice(0, MOST_SHOWN);
  return (
    <div className={count === 0 ? 'card stack' : 'card stack pressing'}>
      <h2>{title}</h2>
      <p className="glance-figure">{format.count(count)}</p>
      {count === 0 ? <p className="quiet">{calm}</p> : null}
      {shown.length === 0 ? null : (
        <ul className="reasons">
          {shown.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {shown.length === lines.length ? null : (
        <Button
          look="plain"
          onPress={() => {
            setShowsAll(true);
          }}
        >
          {t.more(format.count(lines.length - shown.length))}
        </Button>
      )}
      {children}
    </div>
  );
}
