import { createHash } from 'node:crypto';
import { makeDelivery } from '../../testing/make-delivery.ts';
import { deliverySchema } from '../../../contracts/submission.ts';
import { bundleDraft } from '../../testing/seal.ts';
import { NAME_IN_OWN, OWN, type PermissionWorld } from './permission-world.ts';

/** How a route behaves for a person who has other branches than the one a request is about. */
type OtherBranch =
  /** It answers as if the thing were not there, or says no. */
  | 'refused'
  /** It answers, over her own branches only. */
  | 'narrowed'
  /** It is not about any branch. */
  | 'same';

export interface Probe {
  /** A request that may succeed: made anew for each caller, for some use up what they act on. */
  readonly ask: (
    world: PermissionWorld,
  ) => Promise<{ readonly path: string; readonly body?: unknown }> | { path: string; body?: unknown };
  readonly otherBranch: OtherBranch;
  /** For `narrowed`: what the answer holds for those who may see `old-town`, and must not hold for others. */
  readonly seen?: (world: PermissionWorld) => Promise<string> | string;
  /** It ends the session it is called with; such a session is made for the call only. */
  readonly endsSession?: boolean;
  /** Statuses that mean the caller was let in, beside 2xx: where the request is let in and then not right. */
  readonly letIn?: readonly number[];
  /** For routes of tablets: status and, with `seen`, whether it is in the answer, for each kind of tablet. */
  readonly tablets?: Readonly<Record<'own' | 'revoked' | 'otherBranch' | 'otherStudy', TabletAnswer>>;
}

type TabletAnswer = readonly [status: number, sees: boolean | null];

const at =
  (path: string, body?: unknown): Probe['ask'] =>
  () => ({ path, body });
const invitation = () => ({
  name: 'Ines',
  email: `${crypto.randomUUID()}@mail.example`,
  role: 'supervisor',
  branches: [OWN],
});
const onPerson =
  (action: string): Probe['ask'] =>
  async (world) => ({ path: `/api/people/${await world.newPerson()}/${action}`, body: {} });

/** A record of `old-town`: stored from a tablet of its own, set aside from a revoked one. */
async function delivered(world: PermissionWorld, tablet: 'own' | 'revoked') {
  const { id, body } = world.newDelivery(OWN);
  await fetch(`${world.server.url}/api/submissions/${id}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', ...world.tablets[tablet] },
    body: JSON.stringify(body),
  });
  return { id, hash: deliverySchema.parse(body).hash };
}

/** A photo of an interview: of one that the server has not met yet, unless it is named. */
function newPhoto(id: string = crypto.randomUUID()): { path: string; body: unknown } {
  const picture = Buffer.from(id);
  const content = {
    ...{ waymark: 'photo', version: 1, interview: id, item: 'stall_photo', type: 'image/jpeg' },
    data: picture.toString('base64url'),
  };
  const hash = createHash('sha256').update(picture).digest('hex');
  return { path: `/api/submissions/${id}/attachments/${hash}`, body: makeDelivery(content) };
}

/** An unfinished interview of `old-town`, as a tablet leaves a copy of it. */
async function newDraft({ server }: PermissionWorld) {
  const id = crypto.randomUUID();
  const draft = { id, branch: OWN };
  const bundle = await bundleDraft(id, draft, [], await server.waymark.accept.keys.current());
  return { id, delivery: makeDelivery(bundle) };
}

/** A tablet of `old-town` with a copy of an unfinished interview. */
async function tabletWithDraft(world: PermissionWorld): Promise<string> {
  const tabletId = await world.newTablet();
  const { id, delivery } = await newDraft(world);
  const { hash, payload: content } = delivery;
  const copy = { id, tabletId, studyId: 'demo', steps: 0, hash, content };
  await world.server.waymark.store.draftCopies.put({ ...copy, receivedAt: '2026-11-22T10:00:00.000Z' }, 9);
  return tabletId;
}

const DRAW = { rate01: 0.02, seed: 1, from: '2020-01-01', until: '2099-12-31' };

/** An open back-check of an interview in `old-town`. */
async function drawn(world: PermissionWorld): Promise<string> {
  const { store } = world.server.waymark;
  const { id } = await delivered(world, 'own');
  const task = { id: crypto.randomUUID(), interviewId: id, branch: OWN, enumerator: 'Rosa' };
  const made = { drawnBy: null, drawnByName: 'test', drawnAt: '2026-11-22T10:00:00.000Z' };
  await store.backChecks.add(
    { id: crypto.randomUUID(), studyId: 'demo', ...DRAW, branches: [OWN], strata: [], ...made },
    [task],
  );
  return task.id;
}

/**
 * One entry a route, by method and path: what is asked of it, and what becomes of another branch. A route without
 * an entry fails the test of permissions. Who may call it stands in the route itself.
 */
export const PROBES: Readonly<Record<string, Probe>> = {
  'GET /api/health': { ask: at('/api/health'), otherBranch: 'same' },
  'GET /api/ready': { ask: at('/api/ready'), otherBranch: 'same' },
  // To this machine or with a token of its own; a person's session opens nothing there.
  'GET /metrics': { ask: at('/metrics'), otherBranch: 'same' },
  'GET /api/me': { ask: at('/api/me'), otherBranch: 'same' },
  'POST /api/me/password': {
    ask: at('/api/me/password', { current: 'not hers at all', password: 'five blue river boats' }),
    otherBranch: 'same',
    letIn: [400],
  },
  'POST /api/me/sign-out-everywhere': {
    ask: at('/api/me/sign-out-everywhere', {}),
    otherBranch: 'same',
    endsSession: true,
  },
  'POST /api/auth/sign-in/email': {
    ask: at('/api/auth/sign-in/email', { email: 'administrator@demo.example', password: 'not hers at all' }),
    otherBranch: 'same',
    letIn: [401, 429],
  },
  'POST /api/auth/sign-out': {
    ask: at('/api/auth/sign-out', {}),
    otherBranch: 'same',
    endsSession: true,
  },
  'POST /api/auth/two-factor/enable': {
    ask: at('/api/auth/two-factor/enable', { password: 'not hers at all' }),
    otherBranch: 'same',
    letIn: [400],
  },
  'POST /api/auth/two-factor/verify-totp': {
    ask: at('/api/auth/two-factor/verify-totp', { code: '000000' }),
    otherBranch: 'same',
    letIn: [401, 429],
  },
  'POST /api/auth/two-factor/verify-backup-code': {
    ask: at('/api/auth/two-factor/verify-backup-code', { code: 'aaaaa-aaaaa' }),
    otherBranch: 'same',
    letIn: [401, 429],
  },
  'GET /api/people': {
    ask: at('/api/people'),
    otherBranch: 'narrowed',
    seen: (world) => world.newPerson(),
  },
  'POST /api/people': {
    ask: () => ({ path: '/api/people', body: invitation() }),
    otherBranch: 'refused',
  },
  'PUT /api/people/:id': {
    ask: async (world) => ({
      path: `/api/people/${await world.newPerson()}`,
      body: { role: 'product', branches: [OWN] },
    }),
    otherBranch: 'refused',
  },
  'POST /api/people/:id/reset': { ask: onPerson('reset'), otherBranch: 'refused' },
  'POST /api/people/:id/deactivate': { ask: onPerson('deactivate'), otherBranch: 'refused' },
  'POST /api/people/:id/reactivate': { ask: onPerson('reactivate'), otherBranch: 'refused' },
  'POST /api/people/:id/reset-second-factor': {
    ask: onPerson('reset-second-factor'),
    otherBranch: 'refused',
  },
  'POST /api/people/password': {
    ask: async (world) => ({
      path: '/api/people/password',
      body: { code: await world.newPersonCode(), password: 'five blue river boats' },
    }),
    otherBranch: 'same',
  },
  'GET /api/audit': { ask: at('/api/audit'), otherBranch: 'same' },
  'GET /api/audit.csv': { ask: at('/api/audit.csv?action=study.add'), otherBranch: 'same' },
  'POST /api/tablets/codes': {
    ask: at('/api/tablets/codes', { studyId: 'demo', branches: [OWN] }),
    otherBranch: 'refused',
  },
  'GET /api/tablets': {
    ask: at('/api/tablets'),
    otherBranch: 'narrowed',
    seen: (world) => world.newTablet(),
  },
  'POST /api/tablets/:id/rename': {
    ask: async (world) => ({
      path: `/api/tablets/${await world.newTablet()}/rename`,
      body: { deviceName: 'Market 2' },
    }),
    otherBranch: 'refused',
  },
  'POST /api/tablets/:id/revoke': {
    ask: async (world) => ({ path: `/api/tablets/${await world.newTablet()}/revoke`, body: {} }),
    otherBranch: 'refused',
  },
  'POST /api/tablets/enrol': {
    ask: async (world) => ({
      path: '/api/tablets/enrol',
      body: { code: await world.newEnrolCode(), deviceName: 'T' },
    }),
    otherBranch: 'same',
  },
  'GET /api/device/study': {
    ask: at('/api/device/study'),
    otherBranch: 'narrowed',
    seen: () => OWN,
    tablets: { own: [200, true], revoked: [403, false], otherBranch: [200, false], otherStudy: [200, false] },
  },
  'GET /api/device/sealing-key': {
    // A public key: a revoked tablet too must be able to seal what it still holds.
    ask: at('/api/device/sealing-key'),
    otherBranch: 'same',
    tablets: { own: [200, null], revoked: [200, null], otherBranch: [200, null], otherStudy: [200, null] },
  },
  'GET /api/device/work': {
    ask: at('/api/device/work'),
    otherBranch: 'narrowed',
    seen: () => OWN,
    // A revoked tablet gets empty lists, so that it forgets what it knew.
    tablets: {
      own: [200, true],
      revoked: [200, false],
      otherBranch: [200, false],
      otherStudy: [200, false],
    },
  },
  'PUT /api/submissions/:id': {
    ask: (world) => {
      const { id, body } = world.newDelivery(OWN);
      return { path: `/api/submissions/${id}`, body };
    },
    otherBranch: 'narrowed',
    seen: () => '"status":"stored"',
    // What a revoked tablet or one of another branch delivers is kept apart: never counted, never lost.
    tablets: { own: [200, true], revoked: [200, false], otherBranch: [200, false], otherStudy: [200, false] },
  },
  'PUT /api/submissions/:id/attachments/:hash': {
    ask: () => newPhoto(),
    otherBranch: 'same',
    // It belongs to an interview that comes later; which branch that is of is judged then.
    tablets: { own: [200, null], revoked: [200, null], otherBranch: [200, null], otherStudy: [200, null] },
  },
  'PUT /api/device/drafts/:id': {
    ask: async (world) => {
      const { id, delivery } = await newDraft(world);
      return { path: `/api/device/drafts/${id}`, body: delivery };
    },
    otherBranch: 'same',
    // Kept apart and sealed, whatever branch it is of; that is seen when it is recovered.
    tablets: { own: [200, null], revoked: [200, null], otherBranch: [200, null], otherStudy: [200, null] },
  },
  'PUT /api/device/drafts/:id/thrown-away': {
    ask: () => ({ path: `/api/device/drafts/${crypto.randomUUID()}/thrown-away`, body: {} }),
    otherBranch: 'same',
    // It touches what that tablet left, and nothing of another.
    tablets: { own: [200, null], revoked: [200, null], otherBranch: [200, null], otherStudy: [200, null] },
  },
  'GET /api/tablets/drafts': {
    ask: at('/api/tablets/drafts'),
    otherBranch: 'narrowed',
    seen: tabletWithDraft,
  },
  'POST /api/tablets/:id/drafts/recover': {
    ask: async (world) => {
      const id = await tabletWithDraft(world);
      await world.server.waymark.store.tablets.revoke(id, '2026-11-22T10:00:00.000Z');
      return { path: `/api/tablets/${id}/drafts/recover`, body: {} };
    },
    otherBranch: 'refused',
  },
  'GET /api/studies': { ask: at('/api/studies'), otherBranch: 'narrowed', seen: () => OWN },
  'GET /api/studies/:id/segmentation': {
    ask: at('/api/studies/demo/segmentation'),
    otherBranch: 'narrowed',
  },
  'POST /api/studies/:id/segmentation': {
    ask: at('/api/studies/demo/segmentation', {}),
    otherBranch: 'narrowed',
  },
  'GET /api/studies/:id/variables': { ask: at('/api/studies/demo/variables'), otherBranch: 'same' },
  'GET /api/studies/:id/crosstab': {
    ask: at('/api/studies/demo/crosstab'),
    otherBranch: 'narrowed',
    seen: () => OWN,
  },
  'GET /api/studies/:id/robustness': { ask: at('/api/studies/demo/robustness'), otherBranch: 'narrowed' },
  'POST /api/studies/:id/robustness': {
    ask: at('/api/studies/demo/robustness', {}),
    otherBranch: 'narrowed',
  },
  'GET /api/studies/:id/explanations.csv': {
    ask: at('/api/studies/demo/explanations.csv'),
    otherBranch: 'narrowed',
  },
  'GET /api/studies/:id/segments.csv': {
    ask: at('/api/studies/demo/segments.csv'),
    otherBranch: 'narrowed',
    seen: () => `,${OWN},`,
  },
  'GET /api/studies/:id/board': {
    ask: at('/api/studies/demo/board'),
    otherBranch: 'narrowed',
    seen: () => OWN,
  },
  'GET /api/personal': { ask: at('/api/personal'), otherBranch: 'same' },
  'POST /api/personal/retention': {
    ask: at('/api/personal/retention', { studyId: null, retention: null }),
    otherBranch: 'same',
  },
  'POST /api/personal/search': {
    ask: at('/api/personal/search', { text: 'nobody of this name' }),
    otherBranch: 'same',
  },
  'POST /api/personal/plan': {
    ask: at('/api/personal/plan', { recordId: 'nobody' }),
    otherBranch: 'same',
    letIn: [404],
  },
  'POST /api/personal/erase': {
    ask: at('/api/personal/erase', {
      ...{ target: { recordId: 'nobody' }, mode: 'identifying', reason: 'Asked in a test', records: 0 },
    }),
    otherBranch: 'same',
    letIn: [404],
  },
  'GET /api/personal/erasures/:id': {
    ask: at('/api/personal/erasures/00000000-0000-4000-8000-000000000000'),
    otherBranch: 'same',
    letIn: [404],
  },
  'POST /api/studies/:id/personal.csv': {
    ask: at('/api/studies/demo/personal.csv', { purpose: 'Asked in a test' }),
    otherBranch: 'narrowed',
  },
  'POST /api/studies/:id/targets': {
    ask: at('/api/studies/demo/targets', {
      targets: [{ branch: OWN, interviews: 10, startsOn: '2026-11-01', endsOn: '2026-11-30' }],
    }),
    otherBranch: 'refused',
  },
  'GET /api/studies/:id/setup': {
    ask: at('/api/studies/demo/setup'),
    otherBranch: 'narrowed',
    seen: () => OWN,
  },
  'GET /api/instruments': { ask: at('/api/instruments'), otherBranch: 'same' },
  'POST /api/studies': {
    ask: () => ({
      path: '/api/studies',
      body: {
        title: crypto.randomUUID(),
        instrument: { name: 'msme-digital-maturity', version: 'v1' },
        ...{ startsOn: null, endsOn: null, waves: [], branches: 'branch\nnorth\n' },
      },
    }),
    otherBranch: 'refused',
  },
  'PUT /api/studies/:id/setup': {
    ask: at('/api/studies/demo/setup', { startsOn: '2026-09-01' }),
    otherBranch: 'refused',
  },
  'GET /api/studies/:id/quotas': {
    ask: at('/api/studies/demo/quotas'),
    otherBranch: 'narrowed',
    seen: () => OWN,
  },
  'GET /api/studies/:id/cases': {
    ask: at('/api/studies/demo/cases'),
    otherBranch: 'narrowed',
    seen: () => OWN,
  },
  'GET /api/studies/:id/contacts': {
    ask: at('/api/studies/demo/contacts'),
    otherBranch: 'narrowed',
    seen: () => NAME_IN_OWN,
  },
  'POST /api/studies/:id/cases': {
    ask: at('/api/studies/demo/cases', { csv: `id,branch\nprobe,${OWN}` }),
    otherBranch: 'refused',
  },
  'POST /api/studies/:id/cases/assign': {
    ask: async (world) => ({
      path: '/api/studies/demo/cases/assign',
      body: { ids: [await world.newCase()], tabletId: null },
    }),
    otherBranch: 'refused',
  },
  'POST /api/studies/:id/cases/remove': {
    ask: async (world) => ({
      path: '/api/studies/demo/cases/remove',
      body: { ids: [await world.newCase()], reason: 'Listed twice' },
    }),
    otherBranch: 'refused',
  },
  'POST /api/studies/:id/cases/reopen': {
    ask: async (world) => ({
      path: '/api/studies/demo/cases/reopen',
      body: { ids: [await world.newCase()] },
    }),
    otherBranch: 'refused',
  },
  'GET /api/studies/:id/cases.csv': {
    ask: at('/api/studies/demo/cases.csv'),
    otherBranch: 'narrowed',
    seen: () => OWN,
  },
  'GET /api/studies/:id/cases-with-contacts.csv': {
    ask: at('/api/studies/demo/cases-with-contacts.csv'),
    otherBranch: 'narrowed',
    seen: () => NAME_IN_OWN,
  },
  'GET /api/studies/:id/response-rates': {
    ask: at('/api/studies/demo/response-rates'),
    otherBranch: 'narrowed',
    seen: () => OWN,
  },
  'GET /api/studies/:id/quality': { ask: at('/api/studies/demo/quality'), otherBranch: 'narrowed' },
  'GET /api/studies/:id/reviews': {
    ask: at('/api/studies/demo/reviews?show=all'),
    otherBranch: 'narrowed',
    seen: async (world) => (await delivered(world, 'own')).id,
  },
  'GET /api/studies/:id/reviews/:submission': {
    ask: async (world) => ({ path: `/api/studies/demo/reviews/${(await delivered(world, 'own')).id}` }),
    otherBranch: 'refused',
  },
  'GET /api/studies/:id/photos/:interview/:hash': {
    ask: async (world) => {
      const { id } = await delivered(world, 'own');
      const { path, body } = newPhoto(id);
      const hash = path.slice(path.lastIndexOf('/') + 1);
      const photo = { submissionId: id, hash, studyId: 'demo', tabletId: null };
      const content = deliverySchema.parse(body).payload;
      await world.server.waymark.store.attachments.add({ ...photo, receivedAt: '2026-11-22', content });
      return { path: `/api/studies/demo/photos/${id}/${hash}` };
    },
    otherBranch: 'refused',
  },
  'POST /api/studies/:id/reviews': {
    ask: async (world) => ({
      path: '/api/studies/demo/reviews',
      body: { decision: 'approved', interviews: [await delivered(world, 'own')] },
    }),
    otherBranch: 'refused',
  },
  'GET /api/studies/:id/held': {
    ask: at('/api/studies/demo/held'),
    otherBranch: 'narrowed',
    seen: async (world) => (await delivered(world, 'revoked')).id,
  },
  'GET /api/studies/:id/held/:submission': {
    ask: async (world) => ({ path: `/api/studies/demo/held/${(await delivered(world, 'revoked')).id}` }),
    otherBranch: 'refused',
  },
  'POST /api/studies/:id/held': {
    ask: async (world) => ({
      path: '/api/studies/demo/held',
      body: { decision: 'released', ...(await delivered(world, 'revoked')) },
    }),
    otherBranch: 'refused',
  },
  'GET /api/studies/:id/back-checks': {
    ask: at('/api/studies/demo/back-checks'),
    otherBranch: 'narrowed',
    seen: drawn,
  },
  'POST /api/studies/:id/back-checks': {
    ask: at('/api/studies/demo/back-checks', DRAW),
    otherBranch: 'narrowed',
  },
  'GET /api/studies/:id/back-checks/:task': {
    ask: async (world) => ({ path: `/api/studies/demo/back-checks/${await drawn(world)}` }),
    otherBranch: 'refused',
  },
  'POST /api/studies/:id/back-checks/:task': {
    ask: async (world) => ({
      path: `/api/studies/demo/back-checks/${await drawn(world)}`,
      body: { mode: 'phone', outcome: 'not-found', answers: {}, startedAt: '2026-11-22T10:00:00.000Z' },
    }),
    otherBranch: 'refused',
  },
};
