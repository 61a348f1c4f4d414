import { afterEach, beforeEach, describe } from 'vitest';
import { describeCases } from './store/describe-cases.ts';
import { describePeople } from './store/describe-people.ts';
import { describeStudies } from './store/describe-studies.ts';
import { describeSubmissions } from './store/describe-submissions.ts';
import { describeWhatCounts } from './store/describe-what-counts.ts';
import { STUDY, type StoreWorld } from './store/store-world.ts';

/**
 * What every storage engine must do, run against a real one.
 *
 * @param open gives an empty store, and a way to open the same data again
 */
export function describeStore(
  engine: string,
  open: () => Promise<StoreWorld & { readonly clean: () => Promise<void> }>,
): void {
  describe(`storage port on ${engine}`, () => {
    const world = {} as StoreWorld & { clean: () => Promise<void> };
    beforeEach(async () => {
      Object.assign(world, await open());
      await world.store.studies.add(STUDY);
    });
    afterEach(async () => {
      await world.store.close();
      await world.clean();
    });

    describeStudies(world);
    describeSubmissions(world);
    describeWhatCounts(world);
    describeCases(world);
    describePeople(world);
  });
}
