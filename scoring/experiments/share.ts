/** Respondents of an arm, and how many of them have the outcome. */
export interface Share {
  readonly n: number;
  readonly successes: number;
}
