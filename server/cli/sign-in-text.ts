import type { DemoSignIn } from '../use-cases/load-demo.ts';

/** How to sign in for each role, as lines that align. */
export function signInText(people: readonly DemoSignIn[]): string {
  const width = (of: (person: DemoSignIn) => string): number =>
    Math.max(...people.map((one) => of(one).length));
  const role = width((person) => person.role);
  const email = width((person) => person.email);
  return people
    .map((one) => `  ${one.role.padEnd(role)}  ${one.email.padEnd(email)}  ${one.password}\n`)
    .join('');
}
