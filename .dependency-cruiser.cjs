/**
 * Who may import whom, as drawn in docs/architecture.md. Types count as imports.
 * `tools/check-architecture.mjs` runs these rules, and plants a violation of each that must fail.
 */
/** Tests, what only tests use, and scripts that make committed files. */
const TESTS = '[.](test|e2e|bench)[.]tsx?$|/testing/|^e2e/|^fixtures/.+[.]mjs$';
const CONFIGS = '(^|/)vite[.]config[.]ts$|^client/build/';

/** A folder that may import, of the checkout's own folders, only those named (and itself). */
const onlyImports = (folder, allowed, comment) => ({
  name: `${folder}-imports-only-its-own`,
  comment,
  severity: 'error',
  from: { path: `^${folder}/` },
  to: {
    path: '^(contracts|instruments|scoring|client|server|fixtures|e2e|bench|tools)/',
    pathNot: `^(${[folder, ...allowed].join('|')})/`,
  },
});

module.exports = {
  forbidden: [
    onlyImports('contracts', [], 'Contracts know nobody.'),
    onlyImports('scoring', ['contracts'], 'The engine knows contracts only.'),
    onlyImports('instruments', ['contracts'], 'Instruments are data on top of contracts.'),
    onlyImports(
      'fixtures',
      ['contracts', 'scoring', 'instruments'],
      'Fixtures feed the engine, not the app.',
    ),
    onlyImports(
      'client',
      ['contracts', 'scoring', 'instruments'],
      'The client meets the server on the wire.',
    ),
    onlyImports(
      'server',
      ['contracts', 'scoring', 'instruments', 'fixtures'],
      'The server meets the client on the wire.',
    ),
    {
      name: 'contracts-need-zod-only',
      severity: 'error',
      from: { path: '^contracts/', pathNot: TESTS },
      to: { dependencyTypesNot: ['local'], pathNot: 'node_modules/zod/' },
    },
    {
      name: 'scoring-is-pure',
      comment:
        'No Node, and of packages only numeric ones: the same engine runs on a tablet and in a worker.',
      severity: 'error',
      from: { path: '^scoring/', pathNot: TESTS },
      to: {
        dependencyTypesNot: ['local'],
        pathNot: 'node_modules/(@stdlib/|ml-)',
      },
    },
    {
      name: 'client-and-instruments-know-no-node',
      severity: 'error',
      from: { path: '^(client|instruments)/', pathNot: [TESTS, CONFIGS] },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'surveyjs-stays-on-the-tablet',
      comment: 'SurveyJS is large: the analyst’s pages must not load it.',
      severity: 'error',
      from: { path: '^(client|server|scoring|contracts|fixtures)/', pathNot: ['^client/collect/', TESTS] },
      to: { path: 'node_modules/survey-' },
    },
    {
      name: 'no-paid-surveyjs',
      comment: 'Creator, Dashboard and PDF are not MIT.',
      severity: 'error',
      from: {},
      to: { path: '(^|/)survey-(creator|analytics|pdf)' },
    },
    {
      name: 'tablet-and-analyst-pages-apart',
      severity: 'error',
      from: { path: '^client/(collect|device)/' },
      to: { path: '^client/(analyse|admin|session)/' },
    },
    {
      name: 'analyst-and-tablet-pages-apart',
      severity: 'error',
      from: { path: '^client/(analyse|admin|session)/' },
      to: { path: '^client/(collect|device)/' },
    },
    {
      name: 'one-composition-root',
      comment: 'A concrete storage engine is named in server/open-store.ts only.',
      severity: 'error',
      from: { path: '^server/', pathNot: ['^server/open-store[.]ts$', '^server/storage/sqlite/', TESTS] },
      to: { path: '^server/storage/sqlite/' },
    },
    {
      name: 'storage-is-the-bottom',
      severity: 'error',
      from: { path: '^server/storage/', pathNot: TESTS },
      to: { path: '^server/(http|cli|use-cases|imports|exports|auth)/|^server/compose[.]ts$' },
    },
    {
      name: 'use-cases-know-no-transport',
      severity: 'error',
      from: { path: '^server/use-cases/', pathNot: TESTS },
      to: { path: '^server/(http|cli)/|^server/compose[.]ts$|node_modules/(express|commander)/' },
    },
    {
      name: 'http-and-cli-apart',
      severity: 'error',
      from: { path: '^server/(http|auth)/', pathNot: TESTS },
      to: { path: '^server/cli/|^server/compose[.]ts$' },
    },
    {
      name: 'sql-in-storage-only',
      severity: 'error',
      from: {
        path: '^(server|fixtures)/',
        pathNot: ['^server/(storage|auth)/', '^server/open-store[.]ts$', TESTS],
      },
      to: { path: 'node_modules/(better-sqlite3|kysely)/' },
    },
    {
      name: 'fixtures-for-the-demo-only',
      severity: 'error',
      from: { path: '^server/', pathNot: ['^server/use-cases/(load-)?demo', TESTS] },
      to: { path: '^fixtures/' },
    },
    {
      name: 'tests-are-nobody’s-dependency',
      severity: 'error',
      from: { pathNot: TESTS },
      to: { path: TESTS },
    },
    {
      name: 'no-development-packages-in-the-product',
      severity: 'error',
      from: {
        path: '^(contracts|instruments|scoring|client|server|fixtures)/',
        pathNot: [TESTS, CONFIGS, '^client/device/testing/', '^server/testing/'],
      },
      to: {
        dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'],
        dependencyTypesNot: ['type-only'],
        pathNot: ['node_modules/@types/'],
      },
    },
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'everything-resolves',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^virtual:' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^dist/', '[.]css$', '[?](worker|url|raw)$'] },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'require', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json', '.d.ts'],
    },
  },
};
