import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { buildCli, type BuiltCli, type CliRun } from './build-cli.ts';

export interface CliInUse {
  /** Runs a command as a person does. */
  readonly run: (args: readonly string[]) => Promise<CliRun>;
  /** Where a file of that name lies in the scratch folder. */
  readonly at: (name: string) => string;
  /** Writes lines as a file of the scratch folder, and says where. */
  readonly file: (name: string, lines: readonly string[]) => string;
}

/** The built command line and a scratch folder for the tests of one file; both go with them. */
export function useCli(): CliInUse {
  let cli: BuiltCli;
  let folder: string;
  beforeAll(async () => {
    cli = await buildCli();
    folder = mkdtempSync(join(tmpdir(), 'waymark-cli-test-'));
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await cli.remove();
  });
  const at = (name: string): string => join(folder, name);
  return {
    run: (args) => cli.run(args),
    at,
    file: (name, lines) => {
      writeFileSync(at(name), `${lines.join('\n')}\n`);
      return at(name);
    },
  };
}
