import { codebookSchema } from '../../contracts/codebook.ts';
import { WaymarkError } from '../../contracts/errors.ts';
import { LANGUAGES } from '../../contracts/language.ts';
import { deriveCodebook } from '../derive-codebook.ts';
import { parseSurveyFile, type SurveyFile } from '../survey-file.ts';
import { checkBackCheck } from './check-back-check.ts';
import { checkCodebook } from './check-codebook.ts';
import { checkResultCard } from './check-result-card.ts';
import { checkSurvey } from './check-survey.ts';
import type { Finding } from './finding.ts';

export interface InstrumentFiles {
  /** Parsed `survey.json`. */
  readonly survey: unknown;
  /** Parsed `model.json`. */
  readonly model: unknown;
  /** Parsed `result-card.json`. */
  readonly resultCard: unknown;
  /** Parsed `codebook.json`, where one is committed. */
  readonly codebook?: unknown;
  /** Parsed `back-check.json`, where the instrument has one. */
  readonly backCheck?: unknown;
  /** Name and version of the folder the files lie in. */
  readonly folder?: { readonly name: string; readonly version: string };
  /** SHA-256 (hex) of the bytes of `survey.json`, and the one under which the version was published. */
  readonly hash?: { readonly actual: string; readonly published: string | undefined };
  /** Languages every text must exist in. */
  readonly languages?: readonly string[];
}

/** The instrument gate: everything that is wrong with an instrument. An empty list lets it pass. */
export function checkInstrument(files: InstrumentFiles): Finding[] {
  const languages = files.languages ?? LANGUAGES;
  let file: SurveyFile;
  try {
    file = parseSurveyFile(files.survey);
  } catch (error) {
    return [asFinding(error)];
  }
  const findings = [...checkIdentity(files, file), ...checkSurvey(files.survey, file, languages)];
  try {
    const codebook = deriveCodebook(files.survey, files.model);
    findings.push(...checkCodebook(codebook), ...checkResultCard(codebook, files.resultCard));
    if (files.backCheck !== undefined) findings.push(...checkBackCheck(codebook, files.backCheck));
    if (files.codebook !== undefined && !same(codebook, files.codebook)) findings.push(STALE);
  } catch (error) {
    findings.push(...withoutRepeats(findings, asFinding(error)));
  }
  return findings;
}

const STALE: Finding = {
  code: 'CODEBOOK_STALE',
  where: 'codebook.json',
  message: 'It is not what survey.json and model.json give.',
  hint: 'Write it anew: npx vitest run --project unit instruments/codebook-files -u',
};

function checkIdentity({ folder, hash }: InstrumentFiles, file: SurveyFile): Finding[] {
  const findings: Finding[] = [];
  const { instrumentName: name, instrumentVersion: version } = file;
  if (folder && (folder.name !== name || folder.version !== version))
    findings.push({
      code: 'WRONG_NAME_OR_VERSION',
      where: 'survey.json',
      message: `It calls itself ${name} ${version} but lies in ${folder.name}/${folder.version}.`,
      hint: 'Correct instrumentName and instrumentVersion, or move the folder.',
    });
  if (hash && hash.published !== undefined && hash.actual !== hash.published)
    findings.push({
      code: 'CHANGED_AFTER_PUBLISHING',
      where: 'survey.json',
      message: `${name} ${version} was published as ${hash.published} and now is ${hash.actual}.`,
      hint: 'Undo the change, or make it in a copy of the folder under the next version.',
    });
  return findings;
}

const same = (derived: unknown, committed: unknown): boolean => {
  const parsed = codebookSchema.safeParse(committed);
  return parsed.success && JSON.stringify(derived) === JSON.stringify(parsed.data);
};

/** A condition that cannot be read was already found, place and all. */
function withoutRepeats(findings: readonly Finding[], finding: Finding): Finding[] {
  const known = findings.some((f) => f.message === finding.message || f.code === 'POINTS_OUT_OF_RANGE');
  return known ? [] : [finding];
}

function asFinding(error: unknown): Finding {
  if (!(error instanceof WaymarkError)) throw error;
  return {
    code: 'UNREADABLE',
    where: 'survey.json, model.json',
    message: error.message,
    hint: error.hint ?? '',
  };
}
