import { afterEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { ApiError } from './api-error.ts';
import { request } from './request.ts';
import { signIn } from './sign-in.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

const answer = (status: number, body: string): void => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(body, { status })));
};
const noAnswer = (): void => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
};
const schema = z.strictObject({ name: z.string() });

async function failure(): Promise<unknown> {
  try {
    return { answered: await request('/api/x', schema) };
  } catch (thrown) {
    return thrown instanceof ApiError ? thrown.failure : thrown;
  }
}

test('an answer in the contract comes through', async () => {
  answer(200, '{"name":"Asha"}');
  expect(await request('/api/x', schema)).toEqual({ name: 'Asha' });
});

test('a captive portal that answers 200 with its own page is not taken for the server', async () => {
  answer(200, '<html>Log in to the network</html>');
  expect(await failure()).toEqual({ kind: 'unreadable', status: 200 });
});

test('an answer outside the contract is refused', async () => {
  answer(200, '{"name":1}');
  expect(await failure()).toEqual({ kind: 'unreadable', status: 200 });
});

test('a refusal keeps its code, message and hint', async () => {
  answer(403, '{"error":{"code":"NOT_ALLOWED","message":"No.","hint":"Ask."}}');
  expect(await failure()).toEqual({ kind: 'refused', code: 'NOT_ALLOWED', message: 'No.', hint: 'Ask.' });
});

test('a proxy error without our body is not a refusal', async () => {
  answer(502, 'Bad gateway');
  expect(await failure()).toEqual({ kind: 'unreadable', status: 502 });
});

test('no network is said to be no network', async () => {
  noAnswer();
  expect(await failure()).toEqual({ kind: 'offline' });
});

test.each([
  [200, '{"codeAsked":false}', 'signedIn'],
  [200, '{}', 'serverTrouble'],
  [401, '{}', 'wrongPassword'],
  [429, '{}', 'tooManyAttempts'],
  [500, '{}', 'serverTrouble'],
] as const)('sign-in answered %s %s is "%s"', async (status, body, result) => {
  answer(status, body);
  expect(await signIn('a@example.org', 'x')).toBe(result);
});

test('sign-in without a network says so', async () => {
  noAnswer();
  expect(await signIn('a@example.org', 'x')).toBe('offline');
});
