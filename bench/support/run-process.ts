import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

export interface ProcessRun {
  readonly seconds: number;
  /** Largest resident set, in MiB. */
  readonly peakMiB: number;
}

/**
 * Runs a Node program to its end. Time is from the start of the process to its exit, as a person
 * waits for it; memory is what the process itself reports last (`process.resourceUsage`).
 */
export async function runProcess(args: readonly string[]): Promise<ProcessRun> {
  const report = `process.on('exit',()=>process.stderr.write('\\npeak '+process.resourceUsage().maxRSS+'\\n'))`;
  const began = performance.now();
  const child = spawn(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(report)}`, ...args],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const lines: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => lines.push(line));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('close', resolve);
  });
  const seconds = (performance.now() - began) / 1000;
  if (code !== 0) throw new Error(`${args.join(' ')} ended with code ${code}:\n${lines.join('\n')}`);
  const peak = lines.findLast((line) => line.startsWith('peak '));
  return { seconds, peakMiB: Number(peak?.slice(5)) / 1024 };
}
