import { expect, test } from 'vitest';
import { homePath, ownPath, signInPath } from './paths.ts';
import { PERMISSIONS_OF, type Role } from '../../contracts/roles.ts';

const person = (role: Role) => ({
  name: 'Asha',
  email: 'asha@example.org',
  role,
  branches: null,
  permissions: [...PERMISSIONS_OF[role]],
  demo: false,
  secondFactor: 'off' as const,
});

test.each([
  ['analyst', '/segments'],
  ['product', '/segments'],
  ['supervisor', '/segments'],
  ['administrator', '/segments'],
  ['enumerator', '/'],
] as const)('%s lands on %s', (role, path) => expect(homePath(person(role))).toBe(path));

test('a page with its state survives the way through sign-in', () => {
  const page = '/segments?study=demo&rows=archetype&columns=branch';
  expect(new URLSearchParams(signInPath(page).split('?')[1]).get('next')).toBe(page);
});

test.each([
  '//elsewhere.example',
  '/\\elsewhere.example',
  'https://elsewhere.example',
  'javascript:alert(1)',
])('does not lead away to %s', (next) => expect(ownPath(next)).toBeNull());
