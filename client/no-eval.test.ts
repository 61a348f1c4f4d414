import { expect, it } from 'vitest';
import './no-eval.ts';

it('reaches zod before the first schema is made', async () => {
  const { config } = await import('zod');
  expect(config().jitless).toBe(true);
});
