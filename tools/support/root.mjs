import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the checkout that this file, or the bundle it ended up in, belongs to. */
export const ROOT = folderWithPackage(dirname(fileURLToPath(import.meta.url)));

/** @param {...string} parts path inside the checkout */
export const inRoot = (...parts) => join(ROOT, ...parts);

/**
 * @param {string} folder
 * @returns {string}
 */
function folderWithPackage(folder) {
  return existsSync(join(folder, 'package.json')) ? folder : folderWithPackage(dirname(folder));
}
