import { at, type Probes } from './probe.ts';

/** Personal data: searching, keeping, erasing, exporting. */
export const PERSONAL_PROBES: Probes = {
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
};
