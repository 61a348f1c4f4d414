import type { Me } from '../../contracts/api.ts';
import { may } from './session.tsx';

/** Where a person lands after signing in: the first page her role may see. */
export function homePath(me: Me): string {
  if (me.secondFactor === 'needed') return '/account';
  if (may(me, 'results.read')) return '/segments';
  if (may(me, 'tablets.read')) return '/tablets';
  return '/';
}

/** The sign-in page, which leads back to `next` afterwards. */
export const signInPath = (next: string): string => `/sign-in?next=${encodeURIComponent(next)}`;

/** The path in `next`, if it is one of our own pages; a link must not lead people elsewhere. */
export function ownPath(next: string | null): string | null {
  return next !== null && /^\/(?![/\\])/.test(next) ? next : null;
}
