import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { describe, expect, it } from 'vitest';
import { deriveCodebook } from './derive-codebook.ts';
import { listInstruments } from './registry.ts';

const readJson = async (path: string): Promise<unknown> => JSON.parse(await readFile(path, 'utf8'));

describe.each(listInstruments())('$name $version', ({ name, version }) => {
  const folder = fileURLToPath(new URL(`./${name}/${version}/`, import.meta.url));

  // To write it anew: npx vitest run --project unit instruments/codebook-files -u
  it('has a committed codebook that is what its survey and model give', async () => {
    const codebook = deriveCodebook(
      await readJson(`${folder}survey.json`),
      await readJson(`${folder}model.json`),
    );
    const path = `${folder}codebook.json`;
    const text = await format(JSON.stringify(codebook), { ...(await resolveConfig(path)), parser: 'json' });
    await expect(text).toMatchFileSnapshot(path);
  });
});
