import type { Paradata } from '../../contracts/paradata.ts';
import type { JournalEntry } from './device-schema.ts';

const LANGUAGES_KEPT = 50;
const SITTINGS_KEPT = 20;

type Pair = [ms: number, count: number];
type Sitting = Paradata['sittings'][number];

/**
 * What the journal of an interview says of how it came about, oldest entry first. The time between two
 * entries belongs to the page that was open, and to the item that the later one answers.
 *
 * @param isBuiltUp true for an item whose answer comes in several entries (typed, or several choices):
 *   a run of them is one answer, not many changes
 */
export function deriveParadata(
  entries: readonly JournalEntry[],
  isBuiltUp: (item: string) => boolean,
): Paradata {
  const items = new Map<string, Pair>();
  const pages = new Map<string, Pair>();
  const values = new Map<string, string>();
  const languages: [number, Paradata['languages'][number][1]][] = [];
  const sittings: Sitting[] = [];
  const appVersions = new Set<string>();
  let pauses = 0;
  let page: string | null = null;
  let beforeMs = 0;
  let lastAnswered: string | null = null;

  for (const entry of entries) {
    const { activeMs } = entry;
    const tookMs = Math.max(0, activeMs - beforeMs);
    beforeMs = activeMs;
    page ??= entry.page;
    add(pages, page, tookMs, pages.has(page) ? 0 : 1);
    if (entry.page !== page) {
      page = entry.page;
      add(pages, page, 0, 1);
    }
    switch (entry.kind) {
      case 'answer': {
        const { item } = entry;
        const value = JSON.stringify(entry.value);
        const isRun = lastAnswered === item && isBuiltUp(item);
        const isChange = values.has(item) && values.get(item) !== value && !isRun;
        add(items, item, tookMs, isChange ? 1 : 0);
        values.set(item, value);
        lastAnswered = item;
        break;
      }
      case 'language':
        languages.push([activeMs, entry.language]);
        break;
      case 'pause':
        pauses += 1;
        break;
      case 'open':
        sittings.push({ at: entry.at, activeMs });
        appVersions.add(entry.appVersion);
        break;
      case 'battery': {
        const last = sittings.at(-1);
        if (last !== undefined) last.battery = [entry.level01, entry.charging];
        break;
      }
      case 'page':
      case 'note':
      case 'location':
      case 'photo':
        lastAnswered = null;
    }
  }
  return {
    version: 1,
    items: Object.fromEntries(items),
    pages: Object.fromEntries(pages),
    languages: languages.slice(0, LANGUAGES_KEPT),
    pauses,
    sittings: sittings.slice(-SITTINGS_KEPT),
    appVersions: [...appVersions].slice(-SITTINGS_KEPT),
  };
}

function add(pairs: Map<string, Pair>, key: string, ms: number, count: number): void {
  const [sumMs, sum] = pairs.get(key) ?? [0, 0];
  pairs.set(key, [sumMs + ms, sum + count]);
}
