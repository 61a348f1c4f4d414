/** One thing the gate found wrong. An instrument may be published only when there is none. */
export interface Finding {
  readonly code: FindingCode;
  /** The place in the file, like `survey.json: own_phone`. */
  readonly where: string;
  /** What was expected and what is there. */
  readonly message: string;
  /** What to do about it. */
  readonly hint: string;
}

/** Every kind of fault the gate knows. Stable; the message is for people. */
export type FindingCode =
  | 'UNREADABLE'
  | 'UNKNOWN_PROPERTY'
  | 'UNSUPPORTED_TYPE'
  | 'DUPLICATE_NAME'
  | 'NOT_SCORED'
  | 'NO_POINTS'
  | 'CODE_WITHOUT_POINTS'
  | 'POINTS_FOR_UNKNOWN_CODE'
  | 'POINTS_FOR_MISSING_CODE'
  | 'POINTS_OUT_OF_RANGE'
  | 'MISSING_LANGUAGE'
  | 'TRANSLATION_STATUS'
  | 'BAD_CONDITION'
  | 'UNKNOWN_ITEM'
  | 'UNKNOWN_ITEM_CODE'
  | 'UNKNOWN_SCORE'
  | 'UNKNOWN_FACT'
  | 'CIRCULAR'
  | 'OUT_OF_ORDER'
  | 'UNREACHABLE'
  | 'SCORE_WITHOUT_ITEMS'
  | 'LAST_RULE_CONDITIONAL'
  | 'LAST_STEP_CONDITIONAL'
  | 'RECODE_TO_UNKNOWN_CODE'
  | 'WRONG_NAME_OR_VERSION'
  | 'CHANGED_AFTER_PUBLISHING'
  | 'CODEBOOK_STALE';
