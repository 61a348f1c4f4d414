import type { Codebook, Variable } from '../contracts/codebook.ts';
import type { Condition } from '../contracts/condition.ts';

const text = (en: string) => ({ en });
const MISSING_CODES = { dontknow: 'dontKnow', refused: 'refused' } as const;
const ANY_PHONE: Condition = { fact: 'anyPhone' };
const SCALE = { never: 0, rarely: 40, often: 70, daily: 100 };

function item(
  name: string,
  score: string | null,
  points: Readonly<Record<string, number>>,
  extra: Partial<Variable> = {},
): Variable {
  return {
    name,
    label: text(name),
    type: 'single',
    values: Object.keys(points).map((code) => ({ code, label: text(code) })),
    ordered: true,
    missing: MISSING_CODES,
    ...(score !== null && { scoring: { score, itemWeight: 1, points, ...skipsTo(extra) } }),
    ...extra,
  };
}

/** In this codebook an item with skip logic counts 0 when skipped, as in the core instrument. */
const skipsTo = (extra: Partial<Variable>) => (extra.appliesWhen === undefined ? {} : { whenSkipped: 0 });

/**
 * A small codebook with every feature the engine knows, so that its tests depend on no instrument:
 * chained skip logic, multiple response, a number, facts, a count, caps and a not.
 */
export const TEST_CODEBOOK: Codebook = {
  name: 'test',
  version: 'v1',
  title: text('Test'),
  languages: ['en'],
  columns: { id: 'id', branch: 'branch', weight: 'weight' },
  otherColumns: 'refuse',
  variables: [
    item('phone', 'access', { no: 0, yes: 100 }),
    item('shared', null, { no: 0, yes: 100 }, { appliesWhen: { not: { item: 'phone', in: ['yes'] } } }),
    item(
      'phone_type',
      'access',
      { basic: 0, smartphone: 100 },
      { appliesWhen: { item: 'phone', in: ['yes'] } },
    ),
    item('can_call', 'comfort.general', SCALE, { appliesWhen: ANY_PHONE }),
    item('can_text', 'comfort.general', SCALE, { appliesWhen: ANY_PHONE }),
    item('can_pay', 'comfort.financial', SCALE, { appliesWhen: ANY_PHONE }),
    item('can_save', 'comfort.financial', SCALE, { appliesWhen: ANY_PHONE }),
    item('used_chat', 'behaviour.general', SCALE, { appliesWhen: ANY_PHONE }),
    item('used_search', 'behaviour.general', SCALE, { appliesWhen: ANY_PHONE }),
    item('used_pay', 'behaviour.financial', SCALE, { appliesWhen: ANY_PHONE }),
    item('used_bill', 'behaviour.financial', SCALE, { appliesWhen: ANY_PHONE }),
    {
      name: 'worries',
      label: text('worries'),
      type: 'multiple',
      values: ['fraud', 'cost', 'none'].map((code) => ({ code, label: text(code) })),
      missing: MISSING_CODES,
    },
    {
      name: 'age',
      label: text('age'),
      type: 'number',
      values: [],
      missing: MISSING_CODES,
      minimum: 15,
      maximum: 99,
    },
    { name: 'note', label: text('note'), type: 'text', values: [], missing: {} },
  ],
  model: {
    version: 'test-1',
    scores: ['access', 'comfort.general', 'comfort.financial', 'behaviour.general', 'behaviour.financial'],
    minimumAnswered01: 0.7,
    facts: {
      anyPhone: {
        any: [
          { item: 'phone', in: ['yes'] },
          { item: 'shared', in: ['yes'] },
        ],
      },
      smartphone: { item: 'phone_type', in: ['smartphone'] },
      financialUse: {
        any: [
          { item: 'used_pay', in: ['rarely', 'often', 'daily'] },
          { item: 'used_bill', in: ['rarely', 'often', 'daily'] },
        ],
      },
    },
    rules: [
      {
        id: 'enabled',
        archetype: 'Enabled',
        all: [
          { id: 'smartphone', when: { fact: 'smartphone' }, reason: text('has a smartphone') },
          { id: 'able', when: { score: 'comfort.financial', atLeast: 70 }, reason: text('can pay alone') },
          {
            id: 'two',
            when: {
              count: [
                { item: 'used_pay', in: ['often', 'daily'] },
                { item: 'used_bill', in: ['often', 'daily'] },
              ],
              atLeast: 2,
            },
            reason: text('pays and settles bills often'),
          },
        ],
      },
      {
        id: 'emerger',
        archetype: 'Emerger',
        all: [
          { id: 'uses', when: { score: 'behaviour.general', atLeast: 40 }, reason: text('uses her phone') },
          {
            id: 'starts',
            when: { any: [{ score: 'comfort.financial', atLeast: 40 }, { fact: 'financialUse' }] },
            reason: text('has begun to pay by phone'),
          },
        ],
      },
      {
        id: 'experimenter',
        archetype: 'Experimenter',
        all: [
          { id: 'phone', when: { fact: 'anyPhone' }, reason: text('has or shares a phone') },
          { id: 'calls', when: { score: 'comfort.general', atLeast: 40 }, reason: text('makes calls') },
        ],
      },
      {
        id: 'nascent',
        archetype: 'Nascent',
        all: [{ id: 'all', when: { all: [] }, reason: text('all others') }],
      },
    ],
    caps: [
      {
        id: 'noPhone',
        when: { not: { fact: 'anyPhone' } },
        atMost: 'Nascent',
        reason: text('has no phone'),
      },
      {
        id: 'noSmartphone',
        when: { not: { fact: 'smartphone' } },
        atMost: 'Emerger',
        reason: text('has no smartphone'),
      },
      {
        id: 'notFinancial',
        when: {
          all: [{ not: { score: 'comfort.financial', atLeast: 40 } }, { not: { fact: 'financialUse' } }],
        },
        atMost: 'Experimenter',
        reason: text('neither comfort with nor use of payments'),
      },
    ],
    clusters: {
      scores: ['comfort.general', 'comfort.financial', 'behaviour.general', 'behaviour.financial'],
      k: 4,
      restarts: 8,
    },
    combine: { margin100: 5, minimumSeparation01: 0.2 },
  },
};
