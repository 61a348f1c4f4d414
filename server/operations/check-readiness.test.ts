import { describe, expect, it } from 'vitest';
import { readinessSchema } from '../../contracts/operations.ts';
import { checkReadiness, type ReadinessSources } from './check-readiness.ts';

const GOOD: ReadinessSources = {
  health: { tryWrite: async () => undefined, isCurrent: async () => true },
  freeBytes: async () => 1000,
  minFreeBytes: 1000,
  isStopping: () => false,
};
const fail = (): Promise<never> => Promise.reject(new Error('no'));

describe('readiness', () => {
  it('is ready when every check is', async () => {
    expect(readinessSchema.parse(await checkReadiness(GOOD))).toEqual({
      status: 'ready',
      checks: { database: 'ok', migrations: 'ok', disk: 'ok', running: 'ok' },
    });
  });

  it.each([
    ['database', { health: { ...GOOD.health, tryWrite: fail } }],
    ['migrations', { health: { ...GOOD.health, isCurrent: async () => false } }],
    ['migrations', { health: { ...GOOD.health, isCurrent: fail } }],
    ['disk', { freeBytes: async () => 999 }],
    ['disk', { freeBytes: fail }],
    ['running', { isStopping: () => true }],
  ])('is not ready when %s fails, and says which', async (name, parts) => {
    const { status, checks } = await checkReadiness({ ...GOOD, ...parts });
    expect(status).toBe('notReady');
    expect(checks).toEqual({ database: 'ok', migrations: 'ok', disk: 'ok', running: 'ok', [name]: 'failed' });
  });
});
