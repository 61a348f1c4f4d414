import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the checkout that these tools belong to. */
export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** @param {...string} parts path inside the checkout */
export const inRoot = (...parts) => join(ROOT, ...parts);
