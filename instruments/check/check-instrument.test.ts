import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { listInstruments, publishedHash } from '../registry.ts';
import { checkInstrument, type InstrumentFiles } from './check-instrument.ts';
import type { FindingCode } from './finding.ts';

type Json = null | string | number | boolean | Json[] | { [key: string]: Json };

const core = new URL('../msme-digital-maturity/v1/', import.meta.url);
const text = (folder: URL, file: string): string => readFileSync(new URL(file, folder), 'utf8');
const readFolder = (folder: URL) => {
  const read = (file: string): Json => JSON.parse(text(folder, file)) as Json;
  return {
    survey: read('survey.json'),
    model: read('model.json'),
    resultCard: read('result-card.json'),
    codebook: read('codebook.json'),
    backCheck: read('back-check.json'),
  };
};

describe.each(listInstruments())('$name $version as shipped', ({ name, version }) => {
  it('passes the gate', () => {
    const folder = new URL(`../${name}/${version}/`, import.meta.url);
    const actual = createHash('sha256').update(text(folder, 'survey.json')).digest('hex');
    const files: InstrumentFiles = {
      ...readFolder(folder),
      folder: { name, version },
      hash: { actual, published: publishedHash(name, version) },
    };
    expect(checkInstrument(files)).toEqual([]);
  });
});

/**
 * One fault each, planted into the shipped files: its code, part of its place, what it is, where it
 * is planted (the file, or an item of the survey, and the way down), and what then stands there.
 */
const FAULTS: [FindingCode, string, string, string, Json | undefined][] = [
  ['UNREADABLE', 'survey.json', 'no pages', 'survey/pages', undefined],
  ['UNREADABLE', 'model.json', 'a rule for an unknown archetype', 'model/rules/0/archetype', 'Expert'],
  ['UNREADABLE', 'result-card.json', 'no next steps', 'resultCard/nextSteps', undefined],
  ['UNREADABLE', 'back-check.json', 'no items', 'backCheck/items', []],
  ['UNKNOWN_ITEM', 'back-check.json: phone', 'an item misspelt', 'backCheck/items/4', 'phone'],
  ['OUT_OF_ORDER', 'back-check.json: consent', 'an item too late', 'backCheck/items/14', 'consent'],
  ['UNKNOWN_ITEM', 'back-check.json: sex', 'what it hangs on left out', 'backCheck/items/0', 'age'],
  ['UNKNOWN_ITEM', 'identifying, age', 'a name that is not asked', 'backCheck/identifying/0', 'age'],
  ['UNKNOWN_PROPERTY', 'own_phone', 'a typing mistake', 'own_phone/itemWieght', 2],
  ['UNKNOWN_PROPERTY', 'survey', 'a typing mistake at the top', 'survey/titel', 'x'],
  ['UNSUPPORTED_TYPE', 'can_call', 'a rating', 'can_call/type', 'rating'],
  ['DUPLICATE_NAME', 'own_phone', 'a name twice', 'business_computer/name', 'own_phone'],
  ['NOT_SCORED', 'own_phone', 'points without a score', 'own_phone/score', undefined],
  ['NOT_SCORED', 'sector', 'neither score nor purpose', 'sector/purpose', undefined],
  ['NO_POINTS', 'own_phone', 'a score without points', 'own_phone/points', undefined],
  ['CODE_WITHOUT_POINTS', 'can_call', 'a code forgotten', 'can_call/points/some', undefined],
  ['POINTS_FOR_UNKNOWN_CODE', 'can_call', 'a code misspelt', 'can_call/points/allone', 100],
  ['POINTS_FOR_MISSING_CODE', 'can_call', 'points for don’t know', 'can_call/points/dontknow', 0],
  ['POINTS_OUT_OF_RANGE', 'can_call', '101 points', 'can_call/points/alone', 101],
  ['POINTS_OUT_OF_RANGE', 'can_call', 'less than none', 'can_call/whenSkipped', -1],
  ['MISSING_LANGUAGE', 'own_phone', 'a title in three languages', 'own_phone/title/bn', undefined],
  ['MISSING_LANGUAGE', 'choice yes', 'a blank choice', 'own_phone/choices/0/text/hi', ' '],
  ['MISSING_LANGUAGE', 'choice yes', 'a bare code', 'own_phone/choices/0', 'yes'],
  ['MISSING_LANGUAGE', 'dontKnowText', 'no word for it', 'own_phone/dontKnowText/es', undefined],
  ['MISSING_LANGUAGE', 'page intro', 'a page in three languages', 'survey/pages/0/description/es', undefined],
  [
    'MISSING_LANGUAGE',
    'rule enabled',
    'a reason in three languages',
    'model/rules/0/all/0/reason/es',
    undefined,
  ],
  [
    'MISSING_LANGUAGE',
    'step no_phone_needed',
    'a step in three languages',
    'resultCard/nextSteps/0/text/hi',
    undefined,
  ],
  ['TRANSLATION_STATUS', 'translationStatus', 'not said', 'survey/translationStatus/hi', undefined],
  ['BAD_CONDITION', 'phone_type', 'an unknown item', 'phone_type/visibleIf', "{own_fone} = 'yes'"],
  ['BAD_CONDITION', 'phone_type', 'half a condition', 'phone_type/visibleIf', '{own_phone} ='],
  [
    'BAD_CONDITION',
    'phone_type',
    'what SurveyJS reads differently',
    'phone_type/visibleIf',
    '{own_phone} notempty',
  ],
  [
    'UNKNOWN_ITEM_CODE',
    'phone_type',
    'a code nobody can give',
    'phone_type/visibleIf',
    "{own_phone} = 'maybe'",
  ],
  [
    'UNREACHABLE',
    'phone_type',
    'a contradiction',
    'phone_type/visibleIf',
    "{own_phone} = 'yes' and {own_phone} = 'no'",
  ],
  [
    'UNREACHABLE',
    'worries',
    'a page nobody sees',
    'survey/pages/12/visibleIf',
    "{phone_type} = 'basic' and {shared_phone} = 'yes'",
  ],
  [
    'CIRCULAR',
    'own_phone',
    'items that wait for each other',
    'own_phone/visibleIf',
    "{shared_phone} = 'yes'",
  ],
  ['UNKNOWN_SCORE', 'own_phone', 'a score misspelt', 'own_phone/score', 'acess'],
  ['UNKNOWN_SCORE', 'rule enabled', 'in a rule', 'model/rules/0/all/2/when/score', 'comfort'],
  ['UNKNOWN_SCORE', 'clusters', 'in the clusters', 'model/clusters/scores/0', 'trust'],
  ['UNKNOWN_FACT', 'rule enabled', 'in a rule', 'model/rules/0/all/0/when/fact', 'phone'],
  ['CIRCULAR', 'unaided', 'a fact about itself', 'model/facts/unaided', { not: { fact: 'unaided' } }],
  ['UNKNOWN_ITEM', 'fact unaided', 'in a fact', 'model/facts/unaided/item', 'who'],
  ['UNKNOWN_ITEM_CODE', 'fact unaided', 'a missing code in a fact', 'model/facts/unaided/in/0', 'dontknow'],
  ['UNKNOWN_ITEM', 'eligible', 'whom the model is about', 'model/eligible/item', 'agreed'],
  ['UNKNOWN_ITEM_CODE', 'step own_account', 'in a step', 'resultCard/nextSteps/1/when/in/0', 'nope'],
  ['SCORE_WITHOUT_ITEMS', 'comfort.social', 'an empty score', 'model/scores/7', 'comfort.social'],
  [
    'LAST_RULE_CONDITIONAL',
    'nascent',
    'a last rule with a condition',
    'model/rules/3/all/0/when',
    { fact: 'any_phone' },
  ],
  [
    'LAST_STEP_CONDITIONAL',
    'Nascent',
    'a last step with a condition',
    'resultCard/nextSteps/11/when',
    { item: 'sex', in: ['male'] },
  ],
  ['WRONG_NAME_OR_VERSION', 'survey.json', 'a copied folder', 'survey/instrumentVersion', 'v2'],
  ['CODEBOOK_STALE', 'codebook.json', 'an old codebook', 'codebook/variables/5/label/en', 'Schooling'],
];

const isObject = (json: Json | undefined): json is { [key: string]: Json } =>
  typeof json === 'object' && json !== null;

/** The item of that name, wherever it is below `json`. */
function findItem(json: Json, name: string): Json | undefined {
  if (!isObject(json)) return undefined;
  if (json.name === name && 'type' in json) return json;
  return Object.values(json)
    .map((part) => findItem(part, name))
    .find((found) => found !== undefined);
}

function plantInto(files: { [file: string]: Json }, path: string, value: Json | undefined): void {
  const [start = '', ...way] = path.split('/');
  const last = way.pop() ?? '';
  let place = files[start] ?? findItem(files.survey ?? null, start);
  for (const step of way) place = isObject(place) ? place[step] : undefined;
  if (!isObject(place)) throw new Error(`There is no ${path} to plant a fault in.`);
  if (value === undefined && !(last in place)) throw new Error(`There is no ${path} to take away.`);
  if (value === undefined) Reflect.deleteProperty(place, last);
  else place[last] = value;
}

describe('a planted fault', () => {
  it.each(FAULTS)('%s at %s: %s', (code, where, _what, path, value) => {
    const files = readFolder(core);
    plantInto(files, path, value);
    const findings = checkInstrument({ ...files, folder: { name: 'msme-digital-maturity', version: 'v1' } });
    const found = findings.find((finding) => finding.code === code && finding.where.includes(where));
    expect(found, JSON.stringify(findings, null, 1)).toBeDefined();
    expect(found?.message).not.toBe('');
    expect(found?.hint).not.toBe('');
  });

  it('CHANGED_AFTER_PUBLISHING: other bytes than were published', () => {
    const hash = { actual: 'a'.repeat(64), published: publishedHash('msme-digital-maturity', 'v1') };
    expect(checkInstrument({ ...readFolder(core), hash }).map((finding) => finding.code)).toEqual([
      'CHANGED_AFTER_PUBLISHING',
    ]);
  });
});
