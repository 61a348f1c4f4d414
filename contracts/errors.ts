import { z } from 'zod';

/** Every error Waymark can answer with. The code is stable; the message is for people. */
export const ERROR_CODES = [
  'NOT_SIGNED_IN',
  'NOT_ALLOWED',
  'NOT_FOUND',
  'INVALID_REQUEST',
  'PAYLOAD_TOO_LARGE',
  'ENROL_CODE_WRONG',
  'TABLET_REVOKED',
  'PERSON_CODE_WRONG',
  'PASSWORD_WRONG',
  'PASSWORD_WEAK',
  'LAST_ADMINISTRATOR',
  'AUDIT_BROKEN',
  'ERASURE_BROKEN',
  'SECOND_FACTOR_NEEDED',
  'SECOND_FACTOR_WRONG',
  'HASH_MISMATCH',
  'TOO_MANY_ATTEMPTS',
  'CSV_UNREADABLE',
  'CSV_ENCODING',
  'CSV_RAGGED',
  'CSV_LINE_TOO_LONG',
  'CSV_EMPTY',
  'CSV_HEADER',
  'UNKNOWN_COLUMN',
  'MISSING_COLUMN',
  'UNKNOWN_CODE',
  'DUPLICATE_ID',
  'MISSING_ID',
  'BAD_WEIGHT',
  'BAD_NUMBER',
  'BAD_DESIGN',
  'BAD_MARGINS',
  'CODEBOOK_INVALID',
  'INSTRUMENT_INVALID',
  'INSTRUMENT_UNKNOWN',
  'INSTRUMENT_CHANGED',
  'DATABASE_NEWER',
  'DATABASE_FOREIGN',
  'DATABASE_UNREADABLE',
  'DISK_FULL',
  'FILE_UNREADABLE',
  'FILE_UNWRITABLE',
  'PORT_IN_USE',
  'NOT_COMPUTABLE',
  'INTERNAL',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

export const errorBodySchema = z.strictObject({
  error: z.strictObject({
    code: z.enum(ERROR_CODES),
    /** What was expected, what came, where. */
    message: z.string(),
    /** What to do about it. */
    hint: z.string().optional(),
  }),
});
export type ErrorBody = z.infer<typeof errorBodySchema>;

/** The one error class for anything a person caused and can mend. */
export class WaymarkError extends Error {
  readonly code: ErrorCode;
  readonly hint: string | undefined;

  constructor(code: ErrorCode, message: string, hint?: string) {
    super(message);
    this.name = 'WaymarkError';
    this.code = code;
    this.hint = hint;
  }
}
