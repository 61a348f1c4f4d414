import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type TestServer } from '../testing/start-server.ts';

const SCRIPT = 'export const answer = 42;\n'.repeat(200);

describe('serving the client', () => {
  let clientDir: string;
  let server: TestServer;
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${server.url}${path}`, { headers, redirect: 'manual' });

  beforeAll(async () => {
    clientDir = await mkdtemp(join(tmpdir(), 'waymark-client-'));
    await mkdir(join(clientDir, 'assets'));
    await writeFile(join(clientDir, 'index.html'), '<!doctype html><title>Waymark</title>');
    await writeFile(join(clientDir, 'collect.html'), '<!doctype html><title>Tablet</title>');
    await writeFile(join(clientDir, 'sw.js'), 'self.skip = 1;');
    await writeFile(join(clientDir, 'assets', 'main-Ab3dEf9x.js'), SCRIPT);
    await writeFile(join(clientDir, 'assets', 'main-Ab3dEf9x.js.br'), brotliCompressSync(SCRIPT));
    server = await startServer({ clientDir });
  });
  afterAll(async () => {
    await server.stop();
    await rm(clientDir, { recursive: true, force: true });
  });

  it.each([
    ['/', 'Waymark'],
    ['/analyse', 'Waymark'],
    ['/tablets/', 'Waymark'],
    ['/collection', 'Waymark'],
    ['/index.html', 'Waymark'],
    ['/collect', 'Tablet'],
    ['/collect/interview/1-2', 'Tablet'],
    ['/collect.html', 'Tablet'],
  ])('answers %s with the page of its app, checked each time', async (path, title) => {
    const response = await get(path);
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-cache']);
    expect(await response.text()).toContain(`<title>${title}</title>`);
  });

  it('serves hashed files compressed and for a year, the service worker never from a cache', async () => {
    const script = await get('/assets/main-Ab3dEf9x.js', { 'accept-encoding': 'br' });
    expect(script.headers.get('content-encoding')).toBe('br');
    expect(script.headers.get('content-type')).toMatch(/javascript/);
    expect(script.headers.get('cache-control')).toMatch(/immutable/);
    expect(await script.text()).toBe(SCRIPT);
    const plain = await get('/assets/main-Ab3dEf9x.js', { 'accept-encoding': 'identity' });
    expect([plain.headers.get('content-encoding'), await plain.text()]).toEqual([null, SCRIPT]);
    expect((await get('/sw.js')).headers.get('cache-control')).toBe('no-cache');
  });

  it.each(['/assets/main-old.js', '/missing.png', '/..%2f..%2fpackage.json', '/.env'])(
    'answers the missing file %s with an error, never with the shell',
    async (path) => {
      const response = await get(path);
      expect([400, 403, 404]).toContain(response.status);
      expect(response.headers.get('content-type')).toMatch(/json/);
    },
  );

  it('allows scripts of its own only, and does not demand HTTPS of an office network', async () => {
    const policy = (await get('/')).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('upgrade-insecure-requests');
    expect((await get('/')).headers.get('strict-transport-security')).toBeNull();
    const secure = await startServer({ clientDir, publicUrl: 'https://waymark.example' });
    const headers = (await fetch(secure.url)).headers;
    expect(headers.get('strict-transport-security')).toMatch(/max-age/);
    await secure.stop();
  });
});
