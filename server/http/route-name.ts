import type { Request } from 'express';

/**
 * What a request was for, without what was in its address: the pattern of its route, or the first part of the
 * path where no route matched. A path can hold a code or a name, and a query what someone searched for.
 *
 * @example `/api/submissions/:id`, `/collect/…`, `/`
 */
export function routeName(request: Request): string {
  const route = request.route as { readonly path?: unknown } | undefined;
  if (typeof route?.path === 'string') return route.path;
  const [, first = '', ...rest] = request.originalUrl.split(/[?#]/)[0]?.split('/') ?? [];
  if (!/^[a-z-]{0,20}$/.test(first)) return '/…';
  return rest.length > 0 ? `/${first}/…` : `/${first}`;
}
