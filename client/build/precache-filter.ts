import type { ManifestTransform } from 'workbox-build';
import type { Plugin, Rolldown } from 'vite';

interface PrecacheFilter {
  /** Reads from the bundle which files the tablet needs. */
  readonly plugin: Plugin;
  /** Drops all other files from the service worker's list. */
  readonly transform: ManifestTransform;
}

/**
 * Keeps the service worker's list to what the tablet needs: the entry of the page that matches `page`, and
 * every chunk reachable from it by static or dynamic imports. Found in the module graph, so that a new
 * screen is in the list without being named anywhere.
 */
export function createPrecacheFilter({ page }: { readonly page: RegExp }): PrecacheFilter {
  const needed = new Set<string>();

  function collect(bundle: Rolldown.OutputBundle): void {
    needed.clear();
    const open = Object.values(bundle).flatMap((file) =>
      file.type === 'chunk' && file.isEntry && page.test(file.facadeModuleId ?? '') ? [file.fileName] : [],
    );
    if (open.length === 0) throw new Error(`No page of the build matches ${String(page)}.`);
    for (let name = open.pop(); name !== undefined; name = open.pop()) {
      const chunk = bundle[name];
      if (needed.has(name) || chunk?.type !== 'chunk') continue;
      needed.add(name);
      for (const style of chunk.viteMetadata?.importedCss ?? []) needed.add(style);
      open.push(...chunk.imports, ...chunk.dynamicImports);
    }
  }

  return {
    plugin: {
      name: 'waymark:precache-filter',
      apply: 'build',
      generateBundle: {
        order: 'post',
        handler(_, bundle) {
          collect(bundle);
        },
      },
    },
    transform(entries) {
      const manifest = entries.filter(({ url }) => !/\.(js|css)$/.test(url) || needed.has(url));
      return { manifest, warnings: [] };
    },
  };
}
