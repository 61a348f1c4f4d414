import type { BranchScope } from '../../contracts/roles.ts';
import type { Context } from './context.ts';
import { findStudy } from './find-study.ts';
import { SYNTHETIC_NOTE } from './study-notes.ts';

/**
 * Why each respondent in scope is in her segment, as CSV text in parts: the columns of `waymark score
 * --explanations`. Her one changing answer is named where there is one; nothing else of her answers.
 */
export async function exportExplanations(
  context: Context,
  { studyId, scope }: { readonly studyId: string; readonly scope: BranchScope },
): Promise<AsyncIterable<string>> {
  const study = await findStudy(context.store, studyId);
  const { seed, lastSequence, lastDecision } = await context.data.upToDate(study.id);
  const outputs = context.runTask({
    kind: 'explanations',
    job: { studyId: study.id, seed, upToSequence: lastSequence, upToDecision: lastDecision },
    scope,
    note: study.synthetic ? SYNTHETIC_NOTE : null,
  });
  return linesOf(outputs);
}

async function* linesOf(outputs: ReturnType<Context['runTask']>): AsyncGenerator<string, void, void> {
  for await (const output of outputs) if ('lines' in output) yield output.lines;
}
