import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const TESTS = ['**/*.test.ts', '**/*.test.tsx', 'e2e/**'];

const RANDOM_AND_CLOCK = [
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'Use scoring/random/create-random.ts, so that the same seed gives the same bytes.',
  },
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: 'The engine has no clock: take the time as an argument.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'The engine has no clock: take the time as an argument.',
  },
];

const ENVIRONMENT = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'The environment is read in server/config.ts only.',
};

const DEFAULT_EXPORT = {
  selector: 'ExportDefaultDeclaration',
  message: 'Named exports only, so that a thing has one name.',
};

const BARE_DISABLE = {
  rules: {
    /** A comment that switches a rule off says why, after two dashes. */
    described: {
      meta: { type: 'problem', schema: [], messages: { bare: 'Say why: `eslint-disable… rule -- reason`.' } },
      create: ({ report, sourceCode }) => ({
        Program() {
          for (const comment of sourceCode.getAllComments()) {
            const bare = /^\s*eslint-disable/.test(comment.value) && !/\s--\s+\S/.test(comment.value);
            if (bare) report({ loc: comment.loc, messageId: 'bare' });
          }
        },
      }),
    },
  },
};

export default defineConfig(
  globalIgnores(['dist/', '.cache/', 'data/', 'coverage/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: false },
      ],
      // Numbers read well in a template, and are safe there.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: true }],
      // SurveyJS hands out base classes; `getType()` says which one it is, and a cast follows.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // An async function without await is how a synchronous engine meets an asynchronous port.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': 'allow-with-description' }],
    },
  },
  {
    plugins: { waymark: BARE_DISABLE },
    rules: { 'waymark/described': 'error', eqeqeq: ['error', 'always', { null: 'ignore' }] },
  },
  {
    files: ['client/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended],
    rules: {
      // The compiler's own rules. A SurveyJS model is mutable by design, "3 minutes ago" reads the clock
      // while rendering, and a first load sets state from its effect.
      'react-hooks/immutability': 'off',
      'react-hooks/purity': 'off',
      'react-hooks/set-state-in-effect': 'off',
    },
  },
  { rules: { 'no-restricted-syntax': ['error', DEFAULT_EXPORT, ENVIRONMENT] } },
  {
    files: ['scoring/**/*.ts'],
    ignores: TESTS,
    rules: {
      'no-console': 'error',
      'no-restricted-syntax': ['error', DEFAULT_EXPORT, ENVIRONMENT, ...RANDOM_AND_CLOCK],
    },
  },
  {
    files: ['server/config.ts', 'tools/**', 'bench/**', ...TESTS],
    rules: { 'no-restricted-syntax': ['error', DEFAULT_EXPORT] },
  },
  { files: ['**/*.config.{js,ts}', '.dependency-cruiser.cjs'], rules: { 'no-restricted-syntax': 'off' } },
  {
    files: [...TESTS, 'scoring/**/*.ts', 'fixtures/**/*.ts', 'bench/**/*.ts'],
    rules: {
      // `noUncheckedIndexedAccess` cannot see that a loop stays inside its typed array; `!` says so.
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: {
      globals: Object.fromEntries(
        ['process', 'console', 'performance', 'fetch', 'setTimeout', 'module', 'Buffer', 'URL'].map(
          (name) => [name, 'readonly'],
        ),
      ),
    },
  },
);
