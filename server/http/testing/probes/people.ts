import { OWN } from '../permission-world.ts';
import { at, type Probe, type Probes } from './probe.ts';

const invitation = () => ({
  name: 'Ines',
  email: `${crypto.randomUUID()}@mail.example`,
  role: 'supervisor',
  branches: [OWN],
});
const onPerson =
  (action: string): Probe['ask'] =>
  async (world) => ({ path: `/api/people/${await world.newPerson()}/${action}`, body: {} });

/** Health, sign-in, people and the audit log. */
export const PEOPLE_PROBES: Probes = {
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
};
