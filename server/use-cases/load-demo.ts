import { randomBytes } from 'node:crypto';
import type { BranchScope, Role } from '../../contracts/roles.ts';
import { loadDemoStudy } from '../../fixtures/demo-study.ts';
import { latestVersion, publishedHash } from '../../instruments/registry.ts';
import { addPerson } from './people/add-person.ts';
import { audited } from './audit/audited.ts';
import type { Context } from './context.ts';
import { createStudy, type NewStudy } from './create-study.ts';
import { demoCases } from './demo-cases.ts';
import { demoInterviews } from './demo-interviews.ts';
import { keepApart } from './personal/keep-apart.ts';
import { loadStudyCodebook } from './load-study-codebook.ts';

export const DEMO_STUDY_ID = 'demo';
const INSTRUMENT = 'msme-digital-maturity';
const PASSWORD_BYTES = 12;

const DEMO_PEOPLE: readonly { name: string; email: string; role: Role; branches: BranchScope }[] = [
  { name: 'Demo Administrator', email: 'administrator@demo.example', role: 'administrator', branches: null },
  { name: 'Demo Analyst', email: 'analyst@demo.example', role: 'analyst', branches: null },
  { name: 'Demo Product', email: 'product@demo.example', role: 'product', branches: null },
  {
    name: 'Demo Supervisor (Old Town)',
    email: 'supervisor@demo.example',
    role: 'supervisor',
    branches: ['old-town'],
  },
  {
    name: 'Demo Enumerator (Old Town)',
    email: 'enumerator@demo.example',
    role: 'enumerator',
    branches: ['old-town'],
  },
];

/** How to sign in. The password is readable here and nowhere else; the database keeps its hash. */
export interface DemoSignIn {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly branches: BranchScope;
  readonly password: string;
}

export interface DemoResult {
  readonly studyId: string;
  readonly respondents: number;
  /** False where the demo was there already; then `people` is empty. */
  readonly created: boolean;
  readonly people: readonly DemoSignIn[];
}

/**
 * Loads the demo study: synthetic interviews over nine branches, and a person for each role with a random
 * password. Does nothing where it is loaded already.
 *
 * @param count respondents, 2,000 by default
 * @param seed the same seed gives the same interviews
 */
export async function loadDemo(
  context: Context,
  { count = 2000, seed = 1 }: { readonly count?: number; readonly seed?: number } = {},
): Promise<DemoResult> {
  const { store, clock } = context;
  if (await store.studies.find(DEMO_STUDY_ID)) {
    const mark = await store.submissions.mark(DEMO_STUDY_ID);
    return { studyId: DEMO_STUDY_ID, respondents: mark.count, created: false, people: [] };
  }
  const demo = loadDemoStudy();
  const instrument = { name: INSTRUMENT, version: latestVersion(INSTRUMENT) };
  const study = await createStudy(context, {
    id: DEMO_STUDY_ID,
    title: demo.title,
    synthetic: demo.synthetic,
    source: { instrument },
    branches: demo.branches.map(({ code, name, weight }) => ({ code, name, weight })),
    layout: demoLayout(demo.branches, count),
    targets: demoTargets(demo.branches, count),
  });
  const { codebook } = await loadStudyCodebook(store, study);
  const rules = await context.rulesOf(study);
  const receivedAt = clock().toISOString();
  const instrumentHash = publishedHash(instrument.name, instrument.version);
  const { branches } = demo;
  const interviews = [
    ...demoInterviews({ study, codebook, instrumentHash, branches, count, seed, receivedAt }),
  ];
  const { cases, visits } = demoCases({ study, interviews, branches, seed, receivedAt });
  await store.cases.put(study.id, cases);
  await store.submissions.accept([...interviews, ...visits].map((record) => keepApart(rules, record)));
  const people: DemoSignIn[] = [];
  for (const person of DEMO_PEOPLE) {
    const signIn = { ...person, password: randomPassword() };
    await addPerson(context, { ...signIn, demo: true });
    people.push(signIn);
  }
  return { studyId: study.id, respondents: interviews.length, created: true, people };
}

type DemoBranch = ReturnType<typeof loadDemoStudy>['branches'][number];

const FIELDWORK = { startsOn: '2026-09-21', endsOn: '2026-12-18' } as const;

/**
 * Interviews wanted of each branch for one that is done, and women among them: most branches are on their way, a few
 * are behind, the eighth has no target yet.
 */
const WANTED = [1.2, 1.5, 1.25, 1.1, 1.6, 1.3, 1.2, null, 1.15] as const;
const WANTED_WOMEN = [0.7, 0.7, 0.7, 1, 0.7, 0.7, 0.7, 0.7, 0.95] as const;

const demoTargets = (branches: readonly DemoBranch[], count: number) =>
  branches.flatMap(({ code, share01 }, place) => {
    const wanted = WANTED[place % WANTED.length] ?? null;
    return wanted === null
      ? []
      : [{ branch: code, interviews: Math.round(count * share01 * wanted), ...FIELDWORK }];
  });

/** Dates, a wave, the frame, and quotas of women and of the archetype that is hardest to find. */
const demoLayout = (branches: readonly DemoBranch[], count: number): NonNullable<NewStudy['layout']> => ({
  ...FIELDWORK,
  waves: [{ number: 1, name: 'Baseline', ...FIELDWORK }],
  clients: branches.map(({ code, share01, weight }) => ({
    branch: code,
    clients: Math.round(count * share01 * weight * 12),
  })),
  quotas: [
    ...branches.map(({ code, share01 }, place) => ({
      ...{ branch: code, variable: 'sex', code: 'female' },
      interviews: Math.round(count * share01 * (WANTED_WOMEN[place % WANTED_WOMEN.length] ?? 1)),
    })),
    { branch: null, variable: 'archetype', code: 'Enabled', interviews: Math.round(count * 0.2) },
  ],
});

/** Gives the demo's people new random passwords, for an installation whose first ones were lost. */
export async function renewDemoPasswords(context: Context): Promise<DemoSignIn[]> {
  const renewed: DemoSignIn[] = [];
  for (const person of DEMO_PEOPLE) {
    const found = await context.store.people.findByEmail(person.email);
    if (!found?.demo) continue;
    const { userId, name } = found;
    const password = randomPassword();
    const hash = await context.people.hashPassword(password);
    const note = { action: 'password.set', target: `person:${userId}`, detail: name };
    await audited(context, note, async (store) => {
      await store.people.setPassword(userId, hash, context.clock().toISOString());
      await store.people.endSessions(userId);
    });
    renewed.push({ ...person, password });
  }
  return renewed;
}

const randomPassword = (): string => randomBytes(PASSWORD_BYTES).toString('base64url');
