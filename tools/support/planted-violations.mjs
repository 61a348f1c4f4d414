/**
 * One violation per rule of `.dependency-cruiser.cjs`: files to write, and the rule that must catch
 * them. A rule without a plant is itself an error, so that no rule is there for show.
 * @type {Readonly<Record<string, Readonly<Record<string, string>>>>}
 */
export const PLANTS = {
  'contracts-imports-only-its-own': {
    'contracts/plant.ts': "import '../scoring/target.ts';",
    'scoring/target.ts': 'export const target = 1;',
  },
  'scoring-imports-only-its-own': {
    'scoring/plant.ts':
      "import type { Target } from '../instruments/target.ts';\nexport type Plant = Target;",
    'instruments/target.ts': 'export interface Target { readonly a: 1 }',
  },
  'instruments-imports-only-its-own': {
    'instruments/plant.ts': "import '../scoring/target.ts';",
    'scoring/target.ts': 'export const target = 1;',
  },
  'fixtures-imports-only-its-own': {
    'fixtures/plant.ts': "import '../server/target.ts';",
    'server/target.ts': 'export const target = 1;',
  },
  'client-imports-only-its-own': {
    'client/plant.ts': "import { target } from '../server/compose.ts';\nexport const plant = target;",
    'server/compose.ts': 'export const target = 1;',
  },
  'server-imports-only-its-own': {
    'server/plant.ts': "export const plant = () => import('../client/target.ts');",
    'client/target.ts': 'export const target = 1;',
  },
  'contracts-need-zod-only': { 'contracts/plant.ts': "import 'react';" },
  'scoring-is-pure': { 'scoring/plant.ts': "import 'node:fs';" },
  'client-and-instruments-know-no-node': { 'client/plant.ts': "import 'node:path';" },
  'surveyjs-stays-on-the-tablet': { 'client/analyse/plant.ts': "import 'survey-core';" },
  'no-paid-surveyjs': { 'client/collect/plant.ts': "import 'survey-creator-core';" },
  'tablet-and-analyst-pages-apart': {
    'client/collect/plant.ts': "import '../analyse/target.ts';",
    'client/analyse/target.ts': 'export const target = 1;',
  },
  'analyst-and-tablet-pages-apart': {
    'client/analyse/plant.ts': "import '../device/target.ts';",
    'client/device/target.ts': 'export const target = 1;',
  },
  'one-composition-root': {
    'server/http/plant.ts': "import '../storage/sqlite/target.ts';",
    'server/storage/sqlite/target.ts': 'export const target = 1;',
  },
  'storage-is-the-bottom': {
    'server/storage/plant.ts': "import '../use-cases/target.ts';",
    'server/use-cases/target.ts': 'export const target = 1;',
  },
  'use-cases-know-no-transport': { 'server/use-cases/plant.ts': "import 'express';" },
  'http-and-cli-apart': {
    'server/http/plant.ts': "import '../cli/target.ts';",
    'server/cli/target.ts': 'export const target = 1;',
  },
  'sql-in-storage-only': { 'server/use-cases/plant.ts': "import 'better-sqlite3';" },
  'fixtures-for-the-demo-only': {
    'server/http/plant.ts': "import '../../fixtures/target.ts';",
    'fixtures/target.ts': 'export const target = 1;',
  },
  'tests-are-nobody’s-dependency': {
    'scoring/plant.ts': "import './target.test.ts';",
    'scoring/target.test.ts': 'export const target = 1;',
  },
  'no-development-packages-in-the-product': { 'client/plant.ts': "import 'fast-check';" },
  'no-circles': {
    'scoring/plant.ts': "import { b } from './other.ts';\nexport const a = () => b;",
    'scoring/other.ts': "import { a } from './plant.ts';\nexport const b = () => a;",
  },
  'everything-resolves': { 'scoring/plant.ts': "import './nowhere.ts';" },
};
