import type { NextFunction, Request, Response } from 'express';
import type { Logger } from 'pino';
import { WaymarkError, type ErrorBody } from '../../contracts/errors.ts';
import { errorStatus } from './error-status.ts';
import { routeName } from './route-name.ts';

/** Answers every error with a stable code. What is not ours to explain becomes INTERNAL, without details. */
export const createErrorHandler =
  (log: Logger) =>
  (error: unknown, request: Request, response: Response, next: NextFunction): void => {
    const known = toWaymarkError(error);
    const status = errorStatus(known.code);
    if (status >= 500)
      log.error({ err: error, method: request.method, route: routeName(request) }, known.code);
    if (response.headersSent) {
      next(error);
      return;
    }
    response.status(status).json(errorBody(known));
  };

const errorBody = ({ code, message, hint }: WaymarkError): ErrorBody => ({
  error: { code, message, ...(hint === undefined ? {} : { hint }) },
});

function toWaymarkError(error: unknown): WaymarkError {
  if (error instanceof WaymarkError) return error;
  const type = error instanceof Error && 'type' in error ? error.type : undefined;
  if (type === 'entity.too.large')
    return new WaymarkError('PAYLOAD_TOO_LARGE', 'The request is larger than the server takes.');
  const status = error instanceof Error && 'status' in error ? error.status : undefined;
  if (typeof status === 'number' && status >= 400 && status < 500)
    return new WaymarkError('INVALID_REQUEST', 'The request could not be read: expected JSON in UTF-8.');
  return new WaymarkError(
    'INTERNAL',
    'Something went wrong on the server.',
    'Try again. If it stays, tell your administrator; the server log has the cause.',
  );
}
