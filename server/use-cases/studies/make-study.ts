import type { Instruments, NewStudyBody } from '../../../contracts/new-study.ts';
import { WaymarkError } from '../../../contracts/errors.ts';
import { listInstruments } from '../../../instruments/registry.ts';
import { readFrameFile } from '../../imports/read-frame-file.ts';
import type { StoreInTransaction } from '../../storage/port.ts';
import type { Actor } from '../audit/actor.ts';
import type { Context } from '../context.ts';
import { createStudy } from '../create-study.ts';
import { frameLayout } from './frame-layout.ts';

/** Every published instrument, each with its versions, the oldest first. */
export function offeredInstruments(): Instruments {
  const byName = new Map<string, string[]>();
  for (const { name, version } of listInstruments()) byName.set(name, [...(byName.get(name) ?? []), version]);
  return [...byName].map(([name, versions]) => ({ name, versions }));
}

/**
 * Makes a study as the page lays it out: branches, clients and targets from a pasted list. All of it or nothing.
 *
 * @throws WaymarkError INVALID_REQUEST for a title that is taken, an instrument that is not published, a list without
 *   branches, or a target without days; and what `readFrameFile` and `createStudy` throw
 */
export async function makeStudy(
  context: Context,
  { title, instrument, startsOn, endsOn, waves, branches: list }: NewStudyBody,
  actor: Actor,
): Promise<{ id: string }> {
  const { name, version } = instrument;
  if (!offeredInstruments().some((one) => one.name === name && one.versions.includes(version)))
    throw new WaymarkError(
      'INVALID_REQUEST',
      `There is no instrument "${name}" of version "${version}".`,
      'Choose one from the list.',
    );
  const frame = list.trim() === '' ? [] : await readFrameFile('The list of branches', list);
  if (frame.length === 0)
    throw new WaymarkError(
      'INVALID_REQUEST',
      'The list of branches is empty.',
      'Give it a first line with the names of the columns, and a line for each branch.',
    );
  const { branches, clients, targets } = frameLayout(frame, { startsOn, endsOn });
  const { id } = await createStudy(context, {
    ...{ title, synthetic: false, source: { instrument }, branches, targets, actor },
    layout: { startsOn, endsOn, waves, ...clients },
    refuse: (store) => refuseTakenTitle(store, title),
  });
  return { id };
}

async function refuseTakenTitle({ studies }: StoreInTransaction, title: string): Promise<void> {
  const others = await studies.list();
  if (others.some((study) => study.title.trim().toLowerCase() === title.toLowerCase()))
    throw new WaymarkError(
      'INVALID_REQUEST',
      `There is already a study called "${title}".`,
      'If it was made just now, it is in the list of studies; else give this one a title with its year.',
    );
}
