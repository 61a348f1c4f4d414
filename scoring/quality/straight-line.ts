export interface StraightLine {
  /** Questions of the block that were answered. */
  readonly questions: number;
  /** How many of them have the most frequent answer. */
  readonly equal: number;
  /** The longest run of one answer, over the answered questions in order. */
  readonly run: number;
  /** Whether that answer is the first or the last step of the scale. */
  readonly isAtEnd: boolean;
}

/**
 * How much the answers to a block of questions on one scale are alike.
 *
 * @param codes step of each question, from 0; −1 where it has no answer
 * @param lastStep number of the scale's last step
 */
export function straightLine(codes: Int16Array, lastStep: number): StraightLine {
  const given = codes.filter((code) => code >= 0);
  const counts = new Map<number, number>();
  let run = 0;
  let current = 0;
  given.forEach((code, index) => {
    counts.set(code, (counts.get(code) ?? 0) + 1);
    current = index > 0 && given[index - 1] === code ? current + 1 : 1;
    run = Math.max(run, current);
  });
  const [answer, equal] = [...counts].reduce((most, one) => (one[1] > most[1] ? one : most), [-1, 0]);
  return { questions: given.length, equal, run, isAtEnd: answer === 0 || answer === lastStep };
}
