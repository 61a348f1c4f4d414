import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { compressAssets } from './build/compress-assets.ts';
import { firstScreen } from './build/first-screen.ts';
import { createPrecacheFilter } from './build/precache-filter.ts';

const root = fileURLToPath(new URL('.', import.meta.url));
const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};
/** What the tablet needs; it never downloads the rest. */
const precache = createPrecacheFilter({ page: /\/client\/collect\.html$/ });

export default defineConfig({
  root,
  define: { 'import.meta.env.WAYMARK_VERSION': JSON.stringify(version) },
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500,
    // A strict content policy admits no data: addresses.
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: { index: `${root}index.html`, collect: `${root}collect.html` },
      output: {
        // Few files before the first screen: on a slow tablet each one more costs time of its own.
        codeSplitting: {
          groups: [
            { name: 'start', test: /vite\/preload-helper|\/client\/(no-eval|ui\/apply-theme)\.ts/ },
            {
              // Without React, so that the storage opens while that is still on its way.
              name: 'device',
              test: /\/client\/device\/(device-schema|drafts|iso-with-offset|journal-range|open-database|outbox|photo-range|presence|readable|read-enrolment|replay-journal|sync-log|vault\/(labels|read-enumerators)|work\/mark)\.ts|\/contracts\/sealing-format\.ts|\/node_modules\/idb\//,
            },
            {
              name: 'base',
              test: /\/node_modules\/(react|react-dom|scheduler|wouter|use-sync-external-store|regexparam)\/|\/client\/i18n\/(language-|time-ago|storage-size)/,
            },
            {
              // Questions, codebooks and cards of all versions say nearly the same: packed together they take a third.
              name: 'instruments',
              test: /\/instruments\/[^/]+\/v\d+\/(survey|codebook|result-card)\.json/,
            },
            { name: 'tablet', test: /\/client\/collect\/(shell\/.*\.tsx|[a-z-]*messages)/ },
          ],
        },
      },
    },
  },
  plugins: [
    react(),
    precache.plugin,
    firstScreen({
      page: /\/client\/collect\.html$/,
      drawnBy: /\/client\/collect\/render-collect-app\.tsx$/,
      unwanted: /\/node_modules\/(zod|jose|@noble|survey-core)\//,
    }),
    VitePWA({
      registerType: 'prompt',
      injectRegister: false,
      manifest: {
        id: '/collect',
        name: 'Waymark',
        short_name: 'Waymark',
        description: 'Interviews about digital maturity, with or without a network.',
        start_url: '/collect',
        scope: '/',
        display: 'standalone',
        background_color: '#f6f5f1',
        theme_color: '#0d5a70',
        icons: [
          { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
      },
      includeManifestIcons: false,
      workbox: {
        globPatterns: ['collect.html', 'assets/*.{js,css}', 'assets/noto-sans-latin-*.woff2', 'icon.svg'],
        manifestTransforms: [precache.transform],
        maximumFileSizeToCacheInBytes: 3_000_000,
        // A new version waits for a tap; the old cache stays until then.
        skipWaiting: false,
        clientsClaim: true,
        cleanupOutdatedCaches: true,
        navigateFallback: '/collect.html',
        navigateFallbackAllowlist: [/^\/collect(\/|$)/],
        // "/" belongs to the analyst and comes from the network.
        directoryIndex: null,
        runtimeCaching: [
          {
            urlPattern: ({ sameOrigin, url }) => sameOrigin && url.pathname.endsWith('.woff2'),
            handler: 'CacheFirst',
            method: 'GET',
            options: { cacheName: 'fonts', expiration: { maxEntries: 20 } },
          },
        ],
      },
    }),
    compressAssets(),
  ],
});
