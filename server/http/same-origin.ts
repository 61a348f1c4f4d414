import type { IncomingHttpHeaders } from 'node:http';
import { WaymarkError } from '../../contracts/errors.ts';

/**
 * Refuses a state-changing request that a page of another site made in a person's name (CSRF). A browser
 * names the page's origin; its host must be ours. A request with a cookie must carry that proof; one with
 * neither cookie nor origin comes from a program, which has no session to abuse.
 *
 * @throws WaymarkError NOT_ALLOWED
 */
export function requireSameOrigin(headers: IncomingHttpHeaders, publicUrl: string | null): void {
  const { origin, host, cookie } = headers;
  const site = headers['sec-fetch-site'];
  const ourHost = publicUrl ? new URL(publicUrl).host : host;
  const fromOurPage = origin === undefined ? site === 'same-origin' : hostOf(origin) === ourHost;
  const fromProgram = origin === undefined && site === undefined && cookie === undefined;
  if (fromOurPage || fromProgram) return;
  throw new WaymarkError(
    'NOT_ALLOWED',
    'This request came from another site.',
    'Open Waymark at its own address and try again.',
  );
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
