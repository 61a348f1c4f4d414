import { deliverySchema } from '../../../../contracts/submission.ts';
import { OWN, type PermissionWorld } from '../permission-world.ts';
import { delivered, newPhoto } from './delivered.ts';
import { at, type Probes } from './probe.ts';

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

/** Review, records set aside and back-checks. */
export const REVIEW_PROBES: Probes = {
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
