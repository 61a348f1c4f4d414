import { join } from 'node:path';
import { z } from 'zod';
import { WaymarkError } from '../contracts/errors.ts';
import { projectRoot } from './project-root.ts';

const environmentSchema = z.object({
  WAYMARK_DATA: z.string().min(1).default('./data'),
  WAYMARK_PORT: z.coerce.number().int().min(0).max(65_535).default(4300),
  /** Address to listen on. The default keeps the server to this machine until the administrator decides. */
  WAYMARK_HOST: z.string().min(1).default('127.0.0.1'),
  /** How people reach the server where a proxy stands before it, e.g. https://waymark.example. */
  WAYMARK_PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Number of trusted proxies in front; 0 reads the client's address from the connection. */
  WAYMARK_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  /** Room that the data folder's disk must have left for the server to count as ready, in MB (10⁶ bytes). */
  WAYMARK_MIN_FREE_MB: z.coerce.number().min(0).default(200),
  /** Opens /metrics to whoever carries it; unset, only this machine may read them. */
  WAYMARK_METRICS_TOKEN: z.string().min(16, 'at least 16 characters').optional(),
  WAYMARK_LOG: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('warn'),
});

/** All that the environment decides. The only place that reads it. */
export interface Config {
  readonly dataDir: string;
  readonly port: number;
  readonly host: string;
  readonly publicUrl: string | null;
  readonly proxies: number;
  readonly minFreeBytes: number;
  readonly metricsToken: string | null;
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
}

/**
 * Reads and checks the environment.
 *
 * @throws WaymarkError INVALID_REQUEST naming the variable, what was expected and what came
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  const parsed = environmentSchema.safeParse(environment);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const name = String(issue?.path[0] ?? 'environment');
    throw new WaymarkError(
      'INVALID_REQUEST',
      `The environment variable ${name} is "${environment[name] ?? ''}": ${issue?.message ?? 'not valid'}.`,
      `Correct ${name} or unset it, then start again.`,
    );
  }
  const { data } = parsed;
  return {
    dataDir: data.WAYMARK_DATA,
    port: data.WAYMARK_PORT,
    host: data.WAYMARK_HOST,
    publicUrl: data.WAYMARK_PUBLIC_URL ?? null,
    proxies: data.WAYMARK_PROXIES,
    minFreeBytes: data.WAYMARK_MIN_FREE_MB * 1e6,
    metricsToken: data.WAYMARK_METRICS_TOKEN ?? null,
    logLevel: data.WAYMARK_LOG,
  };
}

/** Whether errors come with their stack: WAYMARK_DEBUG is set to anything but 0. Never throws. */
export const wantsStack = (
  environment: Readonly<Record<string, string | undefined>> = process.env,
): boolean => !['', '0', undefined].includes(environment.WAYMARK_DEBUG);

/** Folder of data sets that are not part of this checkout: WAYMARK_SHARED, or `../shared` beside it. */
export const sharedFolder = (
  environment: Readonly<Record<string, string | undefined>> = process.env,
): string => environment.WAYMARK_SHARED ?? join(projectRoot(), '..', 'shared');
