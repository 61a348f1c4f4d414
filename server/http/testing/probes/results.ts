import { OWN } from '../permission-world.ts';
import { at, type Probes } from './probe.ts';

/** Studies and their results. */
export const RESULTS_PROBES: Probes = {
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
  'GET /api/studies/:id/quality': { ask: at('/api/studies/demo/quality'), otherBranch: 'narrowed' },
};
