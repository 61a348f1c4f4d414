import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { checkCodebook } from '../../instruments/check/check-codebook.ts';
import { checkInstrument } from '../../instruments/check/check-instrument.ts';
import type { Finding } from '../../instruments/check/finding.ts';
import { latestVersion, listInstruments, publishedHash } from '../../instruments/registry.ts';
import { fileError } from '../imports/file-error.ts';
import { readJson } from '../imports/read-json.ts';
import { projectRoot } from '../project-root.ts';

/**
 * Passes an instrument or a codebook through the gate.
 *
 * @param target a folder with survey.json, model.json and result-card.json; a codebook file; or the
 *   name of an instrument of this installation, with or without its version
 */
export async function checkTarget(target: string): Promise<Finding[]> {
  const path = await pathOf(target);
  const found = await stat(path).catch((error: unknown) => {
    throw fileError(path, error);
  });
  return found.isDirectory() ? checkFolder(path) : checkCodebook(await readJson(path, 'CODEBOOK_INVALID'));
}

async function pathOf(target: string): Promise<string> {
  const isThere = await stat(target).then(
    () => true,
    () => false,
  );
  const [name = '', version] = target.split('/');
  if (isThere || !listInstruments().some((one) => one.name === name)) return target;
  return join(projectRoot(), 'instruments', name, version ?? latestVersion(name));
}

async function checkFolder(folder: string): Promise<Finding[]> {
  const read = (file: string): Promise<unknown> => readJson(join(folder, file), 'INSTRUMENT_INVALID');
  const [survey, model, resultCard] = await Promise.all(
    ['survey.json', 'model.json', 'result-card.json'].map(read),
  );
  const readIfThere = (file: string): Promise<unknown> =>
    stat(join(folder, file)).then(
      () => read(file),
      () => undefined,
    );
  const codebook = await readIfThere('codebook.json');
  const backCheck = await readIfThere('back-check.json');
  const version = basename(resolve(folder));
  const name = basename(dirname(resolve(folder)));
  const isPublished = listInstruments().some((one) => one.name === name && one.version === version);
  const actual = createHash('sha256')
    .update(await readFile(join(folder, 'survey.json')))
    .digest('hex');
  return checkInstrument({
    survey,
    model,
    resultCard,
    ...(codebook === undefined ? {} : { codebook }),
    ...(backCheck === undefined ? {} : { backCheck }),
    folder: { name, version },
    hash: { actual, published: isPublished ? publishedHash(name, version) : undefined },
  });
}
