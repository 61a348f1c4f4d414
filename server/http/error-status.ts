import type { ErrorCode } from '../../contracts/errors.ts';

const STATUS: Readonly<Partial<Record<ErrorCode, number>>> = {
  NOT_SIGNED_IN: 401,
  NOT_ALLOWED: 403,
  NOT_FOUND: 404,
  PAYLOAD_TOO_LARGE: 413,
  TABLET_REVOKED: 403,
  SECOND_FACTOR_NEEDED: 403,
  SECOND_FACTOR_WRONG: 401,
  LAST_ADMINISTRATOR: 409,
  TOO_MANY_ATTEMPTS: 429,
  DISK_FULL: 507,
  DATABASE_UNREADABLE: 503,
  INSTRUMENT_UNKNOWN: 500,
  CODEBOOK_INVALID: 500,
  INTERNAL: 500,
};

/** HTTP status of an error code. What is not listed is the client's input: 400. */
export const errorStatus = (code: ErrorCode): number => STATUS[code] ?? 400;
