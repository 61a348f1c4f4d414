import { makeDelivery } from '../../../testing/make-delivery.ts';
import { bundleDraft } from '../../../testing/seal.ts';
import { OWN, type PermissionWorld } from '../permission-world.ts';
import { newPhoto } from './delivered.ts';
import { at, type Probes } from './probe.ts';

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

/** Tablets: linking them, what they fetch and deliver, and copies of their unfinished interviews. */
export const TABLETS_PROBES: Probes = {
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
};
