import { createHmac, randomBytes } from 'node:crypto';
import type { Answers } from '../../../contracts/answer.ts';
import { loadCodebook, publishedHashes } from '../../../instruments/registry.ts';
import { compileEligibility } from '../../../scoring/items/is-eligible.ts';
import type { Store, StudyRecord } from '../../storage/port.ts';
import { loadStudyCodebook } from '../load-study-codebook.ts';

/** What is personal in the records of a study. */
export interface PersonalRules {
  /** Items that identify a person, in any version of the instrument. */
  readonly names: ReadonlySet<string>;
  /**
   * Digest of who the respondent is, keyed with a secret of this server, so that two interviews of one person
   * are known by it when what names her is gone. Without case, spaces and signs; null where any item of the
   * study's own version that names her is missing.
   *
   * @param answers JSON text by item
   */
  readonly digestOf: (answers: ReadonlyMap<string, string>) => string | null;
  /** Whether the answers are of someone who agreed and may be asked. */
  readonly hasAgreed: (answers: Answers) => boolean;
}

type RulesStore = Pick<Store, 'studies' | 'settings'>;
const SECRET = 'person-digest-secret';

/** Finds the rules of a study; remembered, because codebooks do not change. */
export function createPersonalRules(store: RulesStore): (study: StudyRecord) => Promise<PersonalRules> {
  const known = new Map<string, Promise<PersonalRules>>();
  return (study) => {
    const { name, version } = study.instrument;
    const key = study.codebookHash ?? `${name} ${version}`;
    const remembered = known.get(key);
    if (remembered) return remembered;
    const rules = loadRules(store, study);
    known.set(key, rules);
    rules.catch(() => known.delete(key));
    return rules;
  };
}

async function loadRules(store: RulesStore, study: StudyRecord): Promise<PersonalRules> {
  const secret = await store.settings.getOrSet(SECRET, randomBytes(32).toString('base64url'));
  const { codebook } = await loadStudyCodebook(store, study);
  const { name } = study.instrument;
  const versions = study.codebookHash === null ? [...publishedHashes(name).keys()] : [];
  const codebooks = await Promise.all(versions.map((version) => loadCodebook(name, version)));
  const identifying = personalIn(codebook);
  const isEligible = compileEligibility(codebook);
  return {
    names: new Set([codebook, ...codebooks].flatMap(personalIn)),
    digestOf: (answers) => {
      const parts = identifying.map((item) => normalise(answers.get(item)));
      if (parts.length === 0 || parts.includes('')) return null;
      return createHmac('sha256', secret).update(JSON.stringify(parts)).digest('hex');
    },
    hasAgreed: isEligible,
  };
}

const personalIn = ({
  variables,
}: {
  readonly variables: readonly { name: string; personal?: boolean | undefined }[];
}) => variables.filter(({ personal }) => personal === true).map(({ name }) => name);

function normalise(answer: string | undefined): string {
  if (answer === undefined) return '';
  return String(JSON.parse(answer) ?? '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]/gu, '');
}
