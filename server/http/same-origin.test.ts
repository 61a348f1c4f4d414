import { describe, expect, it } from 'vitest';
import { requireSameOrigin } from './same-origin.ts';

const host = '10.0.0.7:4300';

describe('requireSameOrigin', () => {
  it.each([
    ['our own page', { host, origin: `http://${host}`, cookie: 's=1' }, null],
    ['our own page behind TLS', { host, origin: `https://${host}` }, null],
    ['our page, by fetch metadata only', { host, 'sec-fetch-site': 'same-origin', cookie: 's=1' }, null],
    ['a program without a session', { host }, null],
    [
      'the public address behind a proxy that changes the host',
      { host: 'inner:1', origin: 'https://w.example' },
      'https://w.example',
    ],
  ])('lets through %s', (_what, headers, publicUrl) => {
    expect(() => requireSameOrigin(headers, publicUrl)).not.toThrow();
  });

  it.each([
    ['another site', { host, origin: 'https://evil.example' }, null],
    ['another port', { host, origin: 'http://10.0.0.7:1' }, null],
    ['a sandboxed frame', { host, origin: 'null' }, null],
    ['another site, by fetch metadata only', { host, 'sec-fetch-site': 'cross-site' }, null],
    ['a sister site', { host, 'sec-fetch-site': 'same-site', cookie: 's=1' }, null],
    ['a session without proof', { host, cookie: 's=1' }, null],
    [
      'the inner host where there is a public address',
      { host, origin: `http://${host}` },
      'https://w.example',
    ],
  ])('refuses %s', (_what, headers, publicUrl) => {
    expect(() => {
      requireSameOrigin(headers, publicUrl);
    }).toThrow(expect.objectContaining({ code: 'NOT_ALLOWED' }));
  });
});
