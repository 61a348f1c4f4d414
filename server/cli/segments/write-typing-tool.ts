import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ARCHETYPES } from '../../../contracts/archetype.ts';
import type { Codebook } from '../../../contracts/codebook.ts';
import { WaymarkError } from '../../../contracts/errors.ts';
import { deriveCodebook } from '../../../instruments/derive-codebook.ts';
import { listInstruments, loadResultCard, loadSurvey } from '../../../instruments/registry.ts';
import { parseSurveyFile } from '../../../instruments/survey-file.ts';
import {
  typingModel,
  typingResultCard,
  typingSurvey,
  type Screening,
  type TypingSource,
} from '../../exports/typing-instrument.ts';
import { writeAtomically } from '../../exports/write-atomically.ts';

/** Texts come from the published instrument that the codebook is of. Throws INSTRUMENT_UNKNOWN. */
export async function typingSource(codebook: Codebook | null): Promise<TypingSource> {
  const published = listInstruments().find(
    ({ name, version }) => name === codebook?.name && version === codebook.version,
  );
  if (codebook === null || published === undefined)
    throw new WaymarkError(
      'INSTRUMENT_UNKNOWN',
      'An instrument can be written only from the instrument the answers were given to.',
      'Add --instrument msme-digital-maturity, or leave --output and --folder out and use the points of the result.',
    );
  const { name, version } = published;
  return {
    codebook,
    survey: parseSurveyFile(await loadSurvey(name, version)),
    resultCard: await loadResultCard(name, version),
  };
}

const asJson = (value: unknown): string[] => [`${JSON.stringify(value, null, 2)}\n`];

/** Writes the SurveyJS instrument to one file. */
export async function writeTypingSurvey(
  path: string,
  screening: Screening,
  source: TypingSource,
): Promise<void> {
  await writeAtomically(path, asJson(typingSurvey(screening, source)));
}

/** Writes survey, model, result card and codebook, as Waymark keeps an instrument. */
export async function writeTypingFolder(
  folder: string,
  screening: Screening,
  source: TypingSource,
): Promise<void> {
  if (screening.segments.join() !== ARCHETYPES.join())
    throw new WaymarkError(
      'NOT_COMPUTABLE',
      `An instrument of Waymark names the four archetypes; "${screening.target}" has ${screening.segments.join(', ')}.`,
      'Leave --folder out; --output writes a SurveyJS file for any segments.',
    );
  const survey = typingSurvey(screening, source);
  const model = typingModel(screening, source);
  await mkdir(folder, { recursive: true });
  const files = {
    survey,
    model,
    'result-card': typingResultCard(screening, source),
    codebook: deriveCodebook(survey, model),
  };
  for (const [name, content] of Object.entries(files))
    await writeAtomically(join(folder, `${name}.json`), asJson(content));
}
