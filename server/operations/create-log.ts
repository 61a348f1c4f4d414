import { pino, type DestinationStream, type Logger } from 'pino';
import type { Config } from '../config.ts';
import { safeError } from './safe-error.ts';

/**
 * The server's log: one JSON object a line, to standard error. It holds no personal data: errors come
 * through `safeError`, requests by the pattern of their route.
 */
export const createLog = (level: Config['logLevel'], to: DestinationStream = pino.destination(2)): Logger =>
  pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: safeError } }, to);
