import { describe, expect, it } from 'vitest';
import { WaymarkError } from '../../contracts/errors.ts';
import { safeError } from './safe-error.ts';

const thrownBy = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error;
  }
};

describe('errors in the log', () => {
  it.each([
    ['a parser that repeats its input', thrownBy(() => JSON.parse('Rosa Mamani') as unknown)],
    ['a parser, half a text', thrownBy(() => JSON.parse('{"name":"Rosa Mamani"') as unknown)],
    ['one of ours', new WaymarkError('INTERNAL', 'Not known: "Rosa Mamani".')],
    ['a body hung on the error', Object.assign(new Error('bad'), { body: 'Rosa Mamani' })],
    ['a text that was thrown', 'Rosa Mamani'],
    ['an escaped quote', new Error('"Rosa \\" Mamani"')],
    ['a quote that does not end', new Error('expected "Rosa Mamani')],
  ])('leave out what was given: %s', (_what, error) => {
    expect(JSON.stringify(safeError(error))).not.toMatch(/Rosa|Mamani/);
  });

  it('keep type, code, words and places', () => {
    const error = Object.assign(new Error('database is locked'), { code: 'SQLITE_BUSY' });
    expect(safeError(error)).toMatchObject({
      type: 'Error',
      code: 'SQLITE_BUSY',
      message: 'database is locked',
    });
    expect(safeError(error).stack[0]).toMatch(/^at .*safe-error\.test/);
  });
});
