import { readFileSync } from 'node:fs';
import { inRoot } from '../../tools/support/root.mjs';

/** Where each half of the client names its pages. */
const ROUTERS = {
  tablet: 'client/collect/collect-app.tsx',
  office: 'client/analyse/analyse-app.tsx',
} as const;

/** The address patterns of all pages, from the router itself, so that a new page cannot be missed. */
export function pagesOfApp(half: keyof typeof ROUTERS): string[] {
  const source = readFileSync(inRoot(...ROUTERS[half].split('/')), 'utf8');
  const pages = [...source.matchAll(/<Route\s+path="([^"]+)"/g)].map(([, path = '']) => path);
  if (pages.length === 0) throw new Error(`${ROUTERS[half]} names no page.`);
  return pages;
}

/** Those of the patterns that no path fits. */
export const notVisited = (patterns: readonly string[], paths: Iterable<string>): string[] => {
  const visited = [...paths];
  return patterns.filter((pattern) => {
    const fits = new RegExp(`^${pattern.replaceAll(/:\w+/g, '[^/]+')}$`);
    return !visited.some((path) => fits.test(path));
  });
};
