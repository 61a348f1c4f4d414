import { spawn } from 'node:child_process';
import { ROOT } from './root.mjs';

/**
 * Runs a program in the checkout and waits for it.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ quiet?: boolean, env?: Record<string, string> }} [options] quiet: collect the output instead of showing it
 * @returns {Promise<{ code: number, output: string, ms: number }>} code is 127 where the program does not exist
 */
export function run(program, args, options = {}) {
  const began = performance.now();
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: ROOT,
      env: { ...process.env, ...options.env },
      stdio: options.quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    });
    let output = '';
    const collect = (/** @type {Buffer} */ chunk) => (output += chunk.toString());
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    const done = (/** @type {number} */ code) => resolve({ code, output, ms: performance.now() - began });
    child.on('error', (error) => {
      output += error.message;
      done(127);
    });
    child.on('close', (code, signal) => done(code ?? (signal ? 130 : 1)));
  });
}

/**
 * Runs a package's own JavaScript entry with this Node: no shell, no npx.
 * @param {string} script path inside the checkout
 * @param {readonly string[]} args
 * @param {{ quiet?: boolean, env?: Record<string, string> }} [options]
 */
export const runNode = (script, args, options) => run(process.execPath, [script, ...args], options);
