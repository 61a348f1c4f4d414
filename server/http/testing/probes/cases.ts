import { NAME_IN_OWN, OWN } from '../permission-world.ts';
import { at, type Probes } from './probe.ts';

/** How a study is laid out, and its respondent list. */
export const CASES_PROBES: Probes = {
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
};
