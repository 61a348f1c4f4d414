import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectRoot } from '../../server/project-root.ts';

const run = promisify(execFile);

/** The program found, or why there is nothing to compare with. */
export type Outside = { readonly program: string } | { readonly reason: string };

/** The first Python 3 that has all these modules. */
export async function findPython(modules: readonly string[]): Promise<Outside> {
  for (const program of ['/usr/bin/python3', 'python3', 'python']) {
    const works = await run(program, ['-c', `import ${modules.join(', ')}`]).then(
      () => true,
      () => false,
    );
    if (works) return { program };
  }
  return { reason: `no Python with ${modules.join(', ')} is installed: not compared` };
}

/** R, where it has all these packages. */
export async function findR(packages: readonly string[]): Promise<Outside> {
  const check = packages.map((name) => `suppressMessages(library(${name}))`).join(';');
  return run('Rscript', ['-e', check]).then(
    () => ({ program: 'Rscript' }),
    () => ({ reason: `no R with ${packages.join(', ')} is installed: not compared` }),
  );
}

/**
 * Runs a script of bench/support with a program of someone else. It times its own work, without
 * reading the data, and prints one JSON value.
 */
export async function runOutside<T>(program: string, script: string, args: readonly string[]): Promise<T> {
  const path = join(projectRoot(), 'bench', 'support', script);
  const { stdout } = await run(program, [path, ...args], { maxBuffer: 64 * 1024 * 1024 });
  return JSON.parse(stdout) as T;
}
