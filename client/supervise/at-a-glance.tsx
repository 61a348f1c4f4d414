import { Link } from 'wouter';
import type { QuotaBoard } from '../../contracts/study-setup.ts';
import type { Board, PlaceAlerts } from '../../contracts/supervision.ts';
import { useLanguage, useTexts } from '../i18n/language-context.tsx';
import { timeAgo } from '../i18n/time-ago.ts';
import { useFormat } from '../i18n/use-format.ts';
import { GlanceCard } from './glance-card.tsx';
import { glanceTexts } from './glance-messages.ts';
import { listBehind } from './list-behind.ts';
import { quotaTexts } from './quota-messages.ts';
import { inStudy } from './study-page.tsx';
import { tabletBoardTexts } from './tablet-board-messages.ts';

/** The questions of an evening: who is behind, what is doubtful, which places are odd, which tablets have gone quiet. */
export function AtAGlance({
  board,
  quotas,
  mayReview,
}: {
  readonly board: Board;
  readonly quotas: QuotaBoard;
  readonly mayReview: boolean;
}) {
  const t = useTexts(glanceTexts);
  const ofTablets = useTexts(tabletBoardTexts);
  const ofQuotas = useTexts(quotaTexts);
  const { language } = useLanguage();
  const format = useFormat();
  const study = { id: board.studyId };
  const behind = listBehind(board.branches, quotas);
  const doubtful = sum(board.branches.map((one) => one.doubtfulUnreviewed));
  const held = sum(board.branches.map((one) => one.conflict + one.quarantined)) + board.heldWithoutBranch;
  const quiet = board.tablets.filter(({ isQuiet }) => isQuiet);
  const inWords = ({ outsideArea, samePlace }: PlaceAlerts): string =>
    [
      ...(outsideArea > 0 ? [t.outsideArea(format.count(outsideArea))] : []),
      ...(samePlace > 0 ? [t.samePlace(format.count(samePlace))] : []),
    ].join(' · ');
  const odd = [...board.branches, ...board.tablets].filter(({ places }) => countOf(places) > 0);
  const toReview = (
    <p>
      <Link href={`${inStudy('/fieldwork/review', study)}&show=doubtful`}>{t.reviewThem}</Link>
    </p>
  );
  return (
    <section className="glance" aria-label={t.glance}>
      <GlanceCard
        title={t.behind}
        count={behind.length}
        calm={t.noneBehind}
        lines={behind.map(({ branch, group, gap }) => {
          const where = branch ?? ofQuotas.allBranches;
          return `${group === null ? where : `${where}, ${group}`}: ${t.fewer(format.count(gap))}`;
        })}
      />
      <GlanceCard title={t.toReview} count={doubtful} calm={t.noneToReview} lines={[]}>
        {mayReview && doubtful > 0 ? toReview : null}
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
      </GlanceCard>
      <GlanceCard
        title={t.places}
        count={sum(board.branches.map(({ places }) => countOf(places)))}
        calm={board.withPlace === 0 ? t.noPlaces : t.noneOdd}
        lines={odd.map(({ name, places }) => `${name}: ${inWords(places)}`)}
      >
        {mayReview && odd.length > 0 ? toReview : null}
      </GlanceCard>
      <GlanceCard
        title={t.goneQuiet}
        count={quiet.length}
        calm={board.tablets.length === 0 ? ofTablets.noTablets : t.noneQuiet}
        lines={quiet.map(({ name, lastSeenAt }) => {
          const asOf = Date.parse(board.asOf);
          return `${name}: ${lastSeenAt === null ? ofTablets.never : timeAgo(Date.parse(lastSeenAt), asOf, language)}`;
        })}
      />
    </section>
  );
}

const countOf = ({ outsideArea, samePlace }: PlaceAlerts): number => outsideArea + samePlace;

const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0);
