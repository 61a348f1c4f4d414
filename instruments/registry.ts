import { z } from 'zod';
import { backCheckItemsSchema, type BackCheckItems } from '../contracts/back-check.ts';
import { codebookSchema, type Codebook } from '../contracts/codebook.ts';
import { WaymarkError } from '../contracts/errors.ts';
import { resultCardSchema, type ResultCard } from '../contracts/result-card.ts';
import published from './published.json';

type Load = () => Promise<unknown>;
/** One lazy chunk per file, in the browser, on the server and in tests alike. */
const surveys: Record<string, Load> = import.meta.glob('./*/v*/survey.json', { import: 'default' });
const codebooks: Record<string, Load> = import.meta.glob('./*/v*/codebook.json', { import: 'default' });
const resultCards: Record<string, Load> = import.meta.glob('./*/v*/result-card.json', { import: 'default' });
const backChecks: Record<string, Load> = import.meta.glob('./*/v*/back-check.json', { import: 'default' });

/** By name, then by version. */
const hashes: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map(
  Object.entries(published).map(([name, versions]) => [name, new Map(Object.entries(versions))]),
);

/** Every published instrument and version, by name and then oldest version first. */
export function listInstruments(): { name: string; version: string }[] {
  return [...hashes.keys()].sort().flatMap((name) => versionsOf(name).map((version) => ({ name, version })));
}

/** The newest published version, like `v1`. Throws INSTRUMENT_UNKNOWN. */
export function latestVersion(name: string): string {
  const version = versionsOf(name).at(-1);
  if (version === undefined) throw unknown(name);
  return version;
}

/** SHA-256 (hex) of the bytes of the published `survey.json`. Throws INSTRUMENT_UNKNOWN. */
export function publishedHash(name: string, version: string): string {
  const hash = hashes.get(name)?.get(version);
  if (hash === undefined) throw unknown(name, version);
  return hash;
}

/** Version → hash as `publishedHash` gives it, of every published version. Throws INSTRUMENT_UNKNOWN. */
export function publishedHashes(name: string): ReadonlyMap<string, string> {
  const versions = hashes.get(name);
  if (versions === undefined) throw unknown(name);
  return versions;
}

/** The SurveyJS file that the interview runs on. Throws INSTRUMENT_UNKNOWN. */
export async function loadSurvey(name: string, version: string): Promise<object> {
  return z.looseObject({}).parse(await load(surveys, name, version, 'survey'));
}

/** The codebook derived from the instrument. Throws INSTRUMENT_UNKNOWN. */
export async function loadCodebook(name: string, version: string): Promise<Codebook> {
  return codebookSchema.parse(await load(codebooks, name, version, 'codebook'));
}

/** The words of the card shown after the interview. Throws INSTRUMENT_UNKNOWN. */
export async function loadResultCard(name: string, version: string): Promise<ResultCard> {
  return resultCardSchema.parse(await load(resultCards, name, version, 'result-card'));
}

/** What a back-check asks again; null where the instrument says nothing of it. Throws INSTRUMENT_UNKNOWN. */
export async function loadBackCheckItems(name: string, version: string): Promise<BackCheckItems | null> {
  publishedHash(name, version);
  const loader = backChecks[`./${name}/${version}/back-check.json`];
  return loader === undefined ? null : backCheckItemsSchema.parse(await loader());
}

function versionsOf(name: string): string[] {
  return [...(hashes.get(name)?.keys() ?? [])].sort((a, b) => Number(a.slice(1)) - Number(b.slice(1)));
}

function load(files: Record<string, Load>, name: string, version: string, file: string): Promise<unknown> {
  const loader = hashes.get(name)?.has(version) ? files[`./${name}/${version}/${file}.json`] : undefined;
  if (!loader) throw unknown(name, version);
  return loader();
}

function unknown(name: string, version?: string): WaymarkError {
  const known = listInstruments().map((i) => `${i.name} ${i.version}`);
  return new WaymarkError(
    'INSTRUMENT_UNKNOWN',
    `There is no instrument ${name}${version ? ` ${version}` : ''}.`,
    `Known: ${known.join(', ')}.`,
  );
}
