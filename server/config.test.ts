import { expect, it } from 'vitest';
import { readConfig } from './config.ts';

it('has defaults that keep the server to this machine', () => {
  expect(readConfig({})).toEqual({
    dataDir: './data',
    port: 4300,
    host: '127.0.0.1',
    publicUrl: null,
    proxies: 0,
    minFreeBytes: 200e6,
    metricsToken: null,
    logLevel: 'warn',
  });
});

it('reads what is set', () => {
  expect(
    readConfig({ WAYMARK_PORT: '8080', WAYMARK_PUBLIC_URL: 'https://w.example', WAYMARK_PROXIES: '1' }),
  ).toMatchObject({ port: 8080, publicUrl: 'https://w.example', proxies: 1 });
});

it.each([
  ['WAYMARK_PORT', 'eighty'],
  ['WAYMARK_PORT', '70000'],
  ['WAYMARK_PUBLIC_URL', 'ftp://w.example'],
  ['WAYMARK_LOG', 'loud'],
])('names %s when it is %s', (name, value) => {
  expect(() => readConfig({ [name]: value })).toThrow(
    expect.objectContaining({
      code: 'INVALID_REQUEST',
      message: expect.stringContaining(`${name} is "${value}"`) as string,
    }),
  );
});
