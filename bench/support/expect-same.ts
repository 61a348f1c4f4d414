/** Throws unless two lists of figures agree to a billionth, relative: a benchmark that compares wrong answers says nothing. */
export function expectSame(what: string, ours: ArrayLike<number>, theirs: ArrayLike<number>): void {
  if (ours.length !== theirs.length)
    throw new Error(`${what}: ${ours.length} figures here, ${theirs.length} there.`);
  for (let at = 0; at < ours.length; at += 1) {
    const [one, other] = [ours[at]!, theirs[at]!];
    if (!(Math.abs(one - other) <= 1e-9 * Math.abs(other)))
      throw new Error(`${what}, figure ${at}: ${one} here, ${other} there.`);
  }
}
