import type { Respondent } from '../contracts/respondent.ts';
import { createRandom, type Random } from './random/create-random.ts';

const SCALE = ['never', 'rarely', 'often', 'daily'] as const;
const ASKED_OF_PHONES = [
  'can_call',
  'can_text',
  'can_pay',
  'can_save',
  'used_chat',
  'used_search',
  'used_pay',
  'used_bill',
];
/** Mean place on the scale, 0–3, per archetype: general items, then financial ones. */
const PROFILES = [
  [0.3, 0],
  [1.5, 0.4],
  [2.3, 1.3],
  [2.9, 2.7],
] as const;

/** Synthetic respondents of the test codebook around four profiles, with "don't know" and gaps. */
export function testRespondents(count: number, seed: number): Respondent[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, (_, index) => ({
    id: `r${index}`,
    branch: `b${index % 7}`,
    weight: 0.5 + random.next() * 2,
    answers: answersOf(Math.floor(random.next() * 4), random),
  }));
}

function answersOf(archetype: number, random: Random): Respondent['answers'] {
  const answers: Record<string, string | number | string[]> = {
    phone: random.next() < 0.4 + archetype * 0.2 ? 'yes' : 'no',
    age: 18 + Math.floor(random.next() * 50),
    worries: random.next() < 0.5 ? ['fraud', 'cost'] : ['none'],
  };
  if (answers.phone === 'yes') answers.phone_type = random.next() < archetype * 0.35 ? 'smartphone' : 'basic';
  else answers.shared = random.next() < 0.6 ? 'yes' : 'no';
  if (answers.phone === 'no' && answers.shared === 'no') return answers;
  const [general, financial] = PROFILES[archetype]!;
  for (const name of ASKED_OF_PHONES) {
    const draw = random.next();
    if (draw < 0.01) continue;
    const centre =
      name.endsWith('pay') || name.endsWith('save') || name.endsWith('bill') ? financial : general;
    const place = Math.round(centre + (random.next() + random.next() - 1) * 1.2);
    answers[name] = draw < 0.03 ? 'dontknow' : SCALE[Math.min(3, Math.max(0, place))]!;
  }
  return answers;
}
