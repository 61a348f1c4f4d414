import { errorBodySchema } from '../../../contracts/errors.ts';

/** Anything that shows where in the program something happened. */
const TRACE = /\n\s+at |node:internal|\.(ts|js|mjs):\d+|node_modules|better-sqlite3|SQLITE_/;

/** No 5xx, no stack trace, and every refusal in Waymark's own form. Throws where it is not so. */
export function checkAnswer(status: number, text: string): void {
  if (status >= 500) throw new Error(`${status}: ${text.slice(0, 300)}`);
  if (status < 400) return;
  if (TRACE.test(text)) throw new Error(`A trace: ${text.slice(0, 300)}`);
  errorBodySchema.parse(JSON.parse(text));
}
