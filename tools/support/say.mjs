/**
 * Calm lines for people, on standard error so that what a command prints stays its own.
 * @param {string} text
 */
export const say = (text) => process.stderr.write(`${text}\n`);

/**
 * Says what is wrong and what to do, and ends the process.
 * @param {string} problem
 * @param {string} hint
 * @returns {never}
 */
export function giveUp(problem, hint) {
  say(`\n${problem}\n${hint}`);
  process.exit(1);
}

/** @param {number} ms */
export const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;
