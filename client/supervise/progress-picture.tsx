import type { Board } from '../../contracts/supervision.ts';
import { useTexts } from '../i18n/language-context.tsx';
import { useFormat } from '../i18n/use-format.ts';
import { superviseTexts } from './messages.ts';

/** A bar per branch that has a target: what is done, and a line where it should stand today. */
export function ProgressPicture({ board }: { readonly board: Board }) {
  const t = useTexts(superviseTexts);
  const format = useFormat();
  const branches = board.branches.flatMap(({ target, ...branch }) =>
    target === null || target.interviews === 0 ? [] : [{ ...branch, target }],
  );
  if (branches.length === 0) return null;
  return (
    <figure className="card stack branch-figure">
      <figcaption>{t.picture}</figcaption>
      <div className="branch-progress">
        {branches.map(({ code, name, target, completed, expected }) => {
          const done01 = Math.min(1, completed / target.interviews);
          const expected01 = (expected ?? 0) / target.interviews;
          return [
            <span key={`${code} name`}>{name}</span>,
            <svg
              key={`${code} bar`}
              role="img"
              aria-label={`${name}: ${t.done} ${format.wholePercent(done01)}, ${t.expectedMark} ${format.wholePercent(expected01)}`}
            >
              <rect className="progress-track" width="100%" height="100%" />
              <rect className="progress-done" y="20%" width={`${done01 * 100}%`} height="60%" />
              <line
                className="progress-expected"
                x1={`${expected01 * 100}%`}
                x2={`${expected01 * 100}%`}
                y1="0"
                y2="100%"
              />
            </svg>,
            <span key={`${code} share`} className="number">
              {format.wholePercent(completed / target.interviews)}
            </span>,
          ];
        })}
      </div>
    </figure>
  );
}
