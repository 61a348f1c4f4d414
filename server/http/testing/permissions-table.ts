import { ROLES, type Role } from '../../../contracts/roles.ts';
import type { Route } from '../route.ts';
import type { Scope } from './permission-world.ts';
import type { Probe } from './probes/probe.ts';

/** One call that was made: who asked, and whether she was let in. */
export interface Proven {
  readonly route: Route;
  readonly role: Role;
  readonly scope: Scope;
  readonly isIn: boolean;
}

const HEAD = `# Who may call what

Made by \`server/http/permissions.integration.test.ts\` from the server's own table of routes, by calling each of them as
each kind of person; \`npx vitest run --project integration server/http/permissions -u\` writes it again. Do not edit.

- **all**: whatever her branches; the answer covers her branches only where the last column says so.
- **own**: only where the thing asked about lies in her branches. **every**: only with an account of every branch.
- **–**: refused (403). Without a session, with one that was ended, expired or of someone deactivated, with a tablet's
  token: 401. Analysts and administrators who have not set up their second factor: 403, but for their own account.
- **tablet** and **public** routes take no person's session into account.
`;

/** The table as Markdown, from what the calls gave. */
export function permissionsTable(
  routes: readonly Route[],
  proven: readonly Proven[],
  probes: Readonly<Record<string, Probe>>,
): string {
  const rows = routes.map((route) => {
    const probe = probes[`${route.method} ${route.path}`];
    const cell = (role: Role): string => {
      if (route.access === 'public' || route.access === 'tablet') return route.access;
      if (probe?.endsSession) return 'all';
      const calls = proven.filter((call) => call.route === route && call.role === role);
      const isIn = (scope: Scope): boolean => calls.some((call) => call.scope === scope && call.isIn);
      if (!isIn('all')) return '–';
      if (isIn('own') && isIn('other')) return 'all';
      return isIn('own') ? 'own' : 'every';
    };
    const narrowed = probe?.otherBranch === 'narrowed' ? 'only what is in her branches' : '';
    return [`\`${route.method} ${route.path}\``, route.access, ...ROLES.map(cell), narrowed];
  });
  const header = ['route', 'needs', ...ROLES, 'answer'];
  const widths = header.map((title, index) =>
    Math.max(title.length, ...rows.map((row) => row[index]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join(' | ')} |`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return `${HEAD}\n${[line(header), rule, ...rows.map(line)].join('\n')}\n`;
}
