/** What was inside of a delivery. */
export type Opened =
  /** An interview's text. `sealed` is false where an older tablet sent it open. */
  | { readonly kind: 'interview'; readonly text: string; readonly sealed: boolean }
  /** An unfinished interview, recovered: its text and number of answers, and whose it is. */
  | {
      readonly kind: 'draft';
      readonly text: string;
      readonly branch: string;
      readonly caseId: string | null;
      readonly revisionOf: string | null;
      readonly answers: number;
    }
  /** It stays as it came; the reason names no content. */
  | { readonly kind: 'closed'; readonly reason: string };
