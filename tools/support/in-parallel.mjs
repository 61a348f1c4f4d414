/**
 * Runs tasks, at most `limit` at a time.
 * @template T
 * @param {readonly (() => Promise<T>)[]} tasks
 * @param {number} limit
 * @returns {Promise<T[]>} results in the order of the tasks
 */
export async function inParallel(tasks, limit) {
  /** @type {T[]} */
  const results = [];
  let next = 0;
  const worker = async () => {
    while (next < tasks.length) {
      const index = next++;
      const task = tasks[index];
      if (task) results[index] = await task();
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, limit) }, worker));
  return results;
}
