/**
 * What `npm test` runs, in order. Checks of one group run side by side where the machine has the
 * cores. A step is a script of this checkout or of a package, run with this Node.
 *
 * @typedef {{ name: string, title: string, script: string, args: string[] }} Check
 * @typedef {{ name: string, title: string, needsBuild: boolean, needsChromium: boolean }} Suite
 */

/** @type {readonly Check[]} */
export const CHECKS = [
  {
    name: 'lint',
    title: 'Lint',
    script: 'node_modules/eslint/bin/eslint.js',
    args: ['.', '--max-warnings=0'],
  },
  { name: 'types', title: 'Types', script: 'tools/check-types.mjs', args: [] },
  {
    name: 'format',
    title: 'Format',
    script: 'node_modules/prettier/bin/prettier.cjs',
    args: ['--check', '.'],
  },
  { name: 'architecture', title: 'Architecture', script: 'tools/check-architecture.mjs', args: [] },
  { name: 'dead-code', title: 'Dead code', script: 'node_modules/knip/bin/knip.js', args: ['--no-progress'] },
  { name: 'notices', title: 'Third-party notices', script: 'tools/notices.mjs', args: ['--check'] },
];

/**
 * Projects of vitest.config.ts.
 * @type {readonly Suite[]}
 */
export const SUITES = [
  { name: 'unit', title: 'Unit tests', needsBuild: false, needsChromium: false },
  { name: 'client', title: 'Client tests (jsdom)', needsBuild: false, needsChromium: false },
  { name: 'property', title: 'Property tests', needsBuild: false, needsChromium: false },
  { name: 'integration', title: 'Integration tests', needsBuild: true, needsChromium: false },
  { name: 'browser', title: 'Browser tests (Chromium)', needsBuild: true, needsChromium: true },
];

export const STEP_NAMES = [...CHECKS, ...SUITES].map(({ name }) => name);
