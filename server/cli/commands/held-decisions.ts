import type { Command } from 'commander';
import { WaymarkError } from '../../../contracts/errors.ts';
import { heldDecisionSchema } from '../../../contracts/review.ts';
import { DATA_OPTION, withExistingWaymark } from '../with-waymark.ts';

interface DecisionOptions {
  readonly data?: string;
  readonly study: string;
  readonly content?: string;
  readonly comment?: string;
}

const DECISIONS = [
  {
    name: 'release',
    decision: 'released',
    description:
      'Lets a record count from now on. What counted under its id is set aside in its place; nothing is deleted.',
    example: 'b2b9cca8-b63e-85c7-8b27-a12e522fbf22 --study demo --comment "the tablet was lent to us"',
  },
  {
    name: 'reject',
    decision: 'rejected',
    description: 'Leaves a record out for good: it is kept, and waits no longer.',
    example: '80620b71-e341-88ee-848e-98f72496f470 --study demo --comment "training interview"',
  },
  {
    name: 'reopen',
    decision: 'reopened',
    description: 'Lets a record that was rejected wait for a decision again, so that it can be released.',
    example: '80620b71-e341-88ee-848e-98f72496f470 --study demo --comment "it was none"',
  },
] as const;

/** `held release`, `held reject` and `held reopen`: as the page Set aside, with the same checks and line in the audit log. */
export function addHeldDecisions(held: Command): void {
  for (const { name, decision, description, example } of DECISIONS)
    held
      .command(name)
      .description(description)
      .argument('<id>', 'of the record: see waymark held list')
      .requiredOption('--study <id>', 'its study')
      .option('--content <hash>', 'which of several contents under the id: the start of its hash, as listed')
      .option('--comment <text>', 'why, for those who look later')
      .option(...DATA_OPTION)
      .addHelpText('after', `\nExample:\n  waymark held ${name} ${example} --data ./data`)
      .action((id: string, options: DecisionOptions) => decide(id, decision, options));
}

async function decide(
  id: string,
  decision: (typeof DECISIONS)[number]['decision'],
  { data, study, content, comment }: DecisionOptions,
): Promise<void> {
  const [{ decideHeld }, { findHeldContent }, { COMMAND }] = await Promise.all([
    import('../../use-cases/review/decide-held.ts'),
    import('../../use-cases/review/find-held-content.ts'),
    import('../../use-cases/audit/actor.ts'),
  ]);
  const { changed } = await withExistingWaymark(data, async ({ context }) => {
    const hash = await findHeldContent(context, {
      studyId: study,
      id,
      ...(content ? { start: content } : {}),
    });
    const wanted = heldDecisionSchema.safeParse({ id, hash, decision, comment });
    if (!wanted.success)
      throw new WaymarkError(
        'INVALID_REQUEST',
        'Expected a --comment of 1 to 1,000 characters, or none.',
        'Say why in a sentence.',
      );
    return decideHeld(context, { ...wanted.data, studyId: study, scope: null, actor: COMMAND });
  });
  process.stdout.write(`${id}: ${decision}${changed ? '' : ' already'}.\n`);
}
