import { afterAll, beforeAll, expect, it } from 'vitest';
import { captivePortal, PORTALS } from './faults/tablet/captive-portal.ts';
import { createField, createPlace, type Field, type Place } from './faults/tablet/create-field.ts';
import { fullQuota } from './faults/tablet/full-quota.ts';
import { oldServer } from './faults/tablet/old-server.ts';
import { poisonedOutbox } from './faults/tablet/poisoned-outbox.ts';
import { killsOfBrowser } from './faults/tablet/tablet-faults.ts';
import { tryOnTablet } from './faults/tablet/try-on-tablet.ts';
import { twoTabs } from './faults/tablet/two-tabs.ts';

/** The short form of `npm run test:faults` on the tablet's side. */
let place: Place;
let field: Field;

beforeAll(async () => {
  place = await createPlace();
  field = await createField(place, '7');
});
afterAll(async () => {
  await field.close();
  await place.close();
});

const FAULTS = {
  ...killsOfBrowser(
    { everyAnswers: 24, whileTyping: 1, finish: ['inside', 'after'], sync: ['answer'] },
    20261122,
  ),
  'full storage': fullQuota,
  'two tabs': twoTabs,
  'damaged records': poisonedOutbox,
  'a login page': (tablet: Field) => captivePortal(tablet, PORTALS['answers 200 with a login page']),
  'an older server': oldServer,
};

it.each(Object.entries(FAULTS))('%s: nothing is lost', async (fault, scenario) => {
  expect(await tryOnTablet(field, fault, scenario)).toMatchObject({ lost: 0, twice: 0, changed: 0 });
});
