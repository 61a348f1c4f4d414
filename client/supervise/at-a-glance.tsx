import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Board } from '../../contracts/supervision.ts';
import { useLanguage, useTexts } from '../i18n/language-context.tsx';
import { timeAgo } from '../i18n/time-ago.ts';
import { useFormat } from '../i18n/use-format.ts';
import { superviseTexts } from './messages.ts';
import { inStudy } from './study-page.tsx';

/** The three questions of an evening: who is behind, what is doubtful, which tablets have gone quiet. */
export function AtAGlance({ board, mayReview }: { readonly board: Board; readonly mayReview: boolean }) {
  const t = useTexts(superviseTexts);
  const { language } = useLanguage();
  const format = useFormat();
  const study = { id: board.studyId };
  const behind = board.branches
    .map(({ name, expected, completed }) => ({ name, gap: (expected ?? 0) - completed }))
    .filter(({ gap }) => gap > 0)
    .toSorted((a, b) => b.gap - a.gap);
  const doubtful = sum(board.branches.map((one) => one.doubtfulUnreviewed));
  const held = sum(board.branches.map((one) => one.conflict + one.quarantined)) + board.heldWithoutBranch;
  const quiet = board.tablets.filter(({ isQuiet }) => isQuiet);
  return (
    <section className="glance" aria-label={t.glance}>
      <Card title={t.behind} figure={format.count(behind.length)} isCalm={behind.length === 0}>
        {behind.length === 0 ? (
          <p className="quiet">{t.noneBehind}</p>
        ) : (
          <ul className="reasons">
            {behind.map(({ name, gap }) => (
              <li key={name}>
                {name}: {t.fewer(format.count(gap))}
              </li>
            ))}
          </ul>
        )}
      </Card>
      <Card title={t.toReview} figure={format.count(doubtful)} isCalm={doubtful === 0}>
        {doubtful === 0 ? <p className="quiet">{t.noneToReview}</p> : null}
        {mayReview && doubtful > 0 ? (
          <p>
            <Link href={`${inStudy('/fieldwork/review', study)}&show=doubtful`}>{t.reviewThem}</Link>
          </p>
        ) : null}
        {held > 0 ? (
          <p>
            {t.setAside(format.count(held))}
            {mayReview ? (
              <>
                {' · '}
                <Link href={inStudy('/fieldwork/held', study)}>{t.seeHeld}</Link>
              </>
            ) : null}
          </p>
        ) : null}
      </Card>
      <Card title={t.goneQuiet} figure={format.count(quiet.length)} isCalm={quiet.length === 0}>
        {quiet.length === 0 ? (
          <p className="quiet">{t.noneQuiet}</p>
        ) : (
          <ul className="reasons">
            {quiet.map(({ id, name, lastSeenAt }) => (
              <li key={id}>
                {name}:{' '}
                {lastSeenAt === null
                  ? t.never
                  : timeAgo(Date.parse(lastSeenAt), Date.parse(board.asOf), language)}
              </li>
            ))}
          </ul>
        )}
      </Card>
    </section>
  );
}

interface CardProps {
  readonly title: string;
  readonly figure: string;
  readonly isCalm: boolean;
  readonly children: ReactNode;
}

function Card({ title, figure, isCalm, children }: CardProps) {
  return (
    <div className={isCalm ? 'card stack' : 'card stack pressing'}>
      <h2>{title}</h2>
      <p className="glance-figure">{figure}</p>
      {children}
    </div>
  );
}

const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0);
