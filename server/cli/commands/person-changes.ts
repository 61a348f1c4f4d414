import type { Command } from 'commander';
import { WaymarkError } from '../../../contracts/errors.ts';
import type { Context } from '../../use-cases/context.ts';
import type { PersonRequest } from '../../use-cases/people/manage-person.ts';
import { DATA_OPTION, withExistingWaymark } from '../with-waymark.ts';

interface ChangeOptions {
  readonly data?: string;
  readonly email: string;
}

type Change = (context: Context, request: PersonRequest) => Promise<string>;

/** What the server's own command line can do to a person's account; for the first start and for recovery. */
const CHANGES: readonly {
  readonly name: string;
  readonly text: string;
  readonly load: () => Promise<Change>;
}[] = [
  {
    name: 'reset',
    text: 'Ends her password and sessions, and prints a one-time code to choose a new password.',
    load: async () => {
      const { resetPassword } = await import('../../use-cases/people/change-person.ts');
      return async (context, request) => {
        const { code, expiresAt } = await resetPassword(context, request);
        return `Code, good until ${expiresAt}: ${code}\nShe enters it in the browser at /welcome.`;
      };
    },
  },
  {
    name: 'reset-second-factor',
    text: 'Forgets her authenticator app, for a lost phone. Where her role needs one she sets it up anew.',
    load: async () => {
      const { resetSecondFactor } = await import('../../use-cases/people/change-person.ts');
      return async (context, request) => {
        await resetSecondFactor(context, request);
        return 'The second factor is forgotten, and her sessions have ended.';
      };
    },
  },
  {
    name: 'deactivate',
    text: 'Lets her sign in no more and ends her sessions. Nothing is deleted.',
    load: async () => {
      const { deactivatePerson } = await import('../../use-cases/people/change-person.ts');
      return async (context, request) => {
        await deactivatePerson(context, request);
        return 'She can no longer sign in.';
      };
    },
  },
  {
    name: 'reactivate',
    text: 'Lets someone deactivated sign in again.',
    load: async () => {
      const { reactivatePerson } = await import('../../use-cases/people/change-person.ts');
      return async (context, request) => {
        await reactivatePerson(context, request);
        return 'She can sign in again.';
      };
    },
  },
];

/** Adds `list` and the changes above under `waymark person`. */
export function addPersonChanges(person: Command): void {
  person
    .command('list')
    .description('Lists the people with role, branches and state.')
    .option(...DATA_OPTION)
    .addHelpText('after', '\nExample:\n  waymark person list --data ./data')
    .action(listAll);
  for (const { name, text, load } of CHANGES)
    person
      .command(name)
      .description(text)
      .option(...DATA_OPTION)
      .requiredOption('--email <address>', 'what she signs in with')
      .addHelpText('after', `\nExample:\n  waymark person ${name} --data ./data --email ana@mfi.example`)
      .action(async ({ data, email }: ChangeOptions) => {
        const change = await load();
        const said = await withExistingWaymark(data, async ({ context }) => {
          const found = await context.store.people.findByEmail(email.trim().toLowerCase());
          if (!found)
            throw new WaymarkError(
              'NOT_FOUND',
              `There is no person with the e-mail address "${email}".`,
              'waymark person list shows who there is.',
            );
          return change(context, { id: found.userId, scope: null });
        });
        process.stdout.write(`${said}\n`);
      });
}

async function listAll({ data }: { readonly data?: string }): Promise<void> {
  const [{ listPeople }, { scopeText }, { alignColumns }] = await Promise.all([
    import('../../use-cases/people/list-people.ts'),
    import('../../use-cases/people/scope-text.ts'),
    import('../align-columns.ts'),
  ]);
  const people = await withExistingWaymark(data, ({ context }) => listPeople(context, null));
  if (people.length === 0) {
    process.stdout.write('There is nobody yet. See waymark person add --help.\n');
    return;
  }
  const header = ['e-mail', 'name', 'role', 'branches', 'state', 'second factor'];
  const lines = people.map(({ email, name, role, branches, state, secondFactor, demo }) => [
    email,
    name,
    role,
    scopeText(branches),
    demo ? `${state}, demo` : state,
    secondFactor,
  ]);
  process.stdout.write(`${alignColumns([header, ...lines], header.length).join('\n')}\n`);
}
