import { Option, type Command } from 'commander';
import { z } from 'zod';
import { WaymarkError } from '../../../contracts/errors.ts';
import { ROLES, type BranchScope, type Role } from '../../../contracts/roles.ts';
import { DATA_OPTION, withWaymark } from '../with-waymark.ts';
import { addPersonChanges } from './person-changes.ts';

interface PersonOptions {
  readonly data?: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly branches?: string;
}

const PASSWORD_BYTES = 12;

export function addPersonCommand(program: Command): void {
  const person = program.command('person').description('The people who can sign in.');
  person
    .command('add')
    .description('Adds a person and prints her first password, once.')
    .option(...DATA_OPTION)
    .requiredOption('--name <name>', 'as others see it')
    .requiredOption('--email <address>', 'what she signs in with')
    .addOption(new Option('--role <role>', 'what she may do').choices(ROLES).makeOptionMandatory())
    .option('--branches <codes>', 'branches she may see, separated by commas (default: all)')
    .addHelpText(
      'after',
      `
Example:
  waymark person add --data ./data --name "Ana" --email ana@mfi.example --role administrator`,
    )
    .action(addOne);
  addPersonChanges(person);
}

async function addOne({ data, name, email, role, branches }: PersonOptions): Promise<void> {
  const [{ randomBytes }, { addPerson }] = await Promise.all([
    import('node:crypto'),
    import('../../use-cases/people/add-person.ts'),
  ]);
  if (name.trim() === '' || !z.email().safeParse(email).success)
    throw new WaymarkError(
      'INVALID_REQUEST',
      `Expected a name and an e-mail address, but found "${name}" and "${email}".`,
      'For example: --name "Ana" --email ana@mfi.example.',
    );
  const password = randomBytes(PASSWORD_BYTES).toString('base64url');
  const scope = branchesOf(branches);
  await withWaymark(data, ({ context }) =>
    addPerson(context, { name, email, password, role, branches: scope }),
  );
  process.stdout.write(`${name} can sign in as ${role}: ${email}  ${password}\n`);
}

function branchesOf(list: string | undefined): BranchScope {
  const scope = list?.split(',').map((code) => code.trim()) ?? null;
  if (!scope?.includes('')) return scope;
  throw new WaymarkError(
    'INVALID_REQUEST',
    `Expected branch codes separated by commas, but found "${list ?? ''}".`,
    'For example: --branches north,south. Leave the option out for all branches.',
  );
}
