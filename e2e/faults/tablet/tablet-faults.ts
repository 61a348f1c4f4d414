import { brokenUpdate } from './broken-update.ts';
import { captivePortal, PORTALS } from './captive-portal.ts';
import { type Field } from './create-field.ts';
import { fullQuota } from './full-quota.ts';
import { killAtFinish, type FinishKill } from './kill-at-finish.ts';
import { killInInterview } from './kill-in-interview.ts';
import { killInSync, type SyncKill } from './kill-in-sync.ts';
import { oldServer } from './old-server.ts';
import { poisonedOutbox } from './poisoned-outbox.ts';
import { type Tried } from './try-on-tablet.ts';
import { twoTabs } from './two-tabs.ts';
import { wrongClocks } from './wrong-clocks.ts';

/** How much of each kind of kill is tried. */
export interface Amount {
  /** Kill after every so many answers. */
  readonly everyAnswers: number;
  readonly whileTyping: number;
  readonly finish: readonly FinishKill[];
  readonly sync: readonly SyncKill[];
  readonly longestMs?: number;
}

type Scenario = (field: Field) => Promise<Tried>;

/** Kills of the browser, by what the table calls them. */
export const killsOfBrowser = (
  { everyAnswers, whileTyping, finish, sync, longestMs = Infinity }: Amount,
  seed: number,
): Readonly<Record<string, Scenario>> => ({
  'kill -9 the browser in an interview: at its start, after an answer, while typing, at the review': (
    field,
  ) => killInInterview(field, { everyAnswers, whileTyping, seed, longestMs }),
  'kill -9 the browser at the finish: before, inside of and after the transaction, at random, on the card': (
    field,
  ) => killAtFinish(field, finish, seed),
  'kill -9 the browser in a sync: before the request, before the answer, before, inside of and after the transaction, at random':
    (field) => killInSync(field, sync, seed),
});

/** All else that a tablet meets, by what the table calls it. */
export const OTHER_FAULTS: Readonly<Record<string, Scenario>> = {
  'the browser’s storage is full: at an answer, at the finish, at a receipt': fullQuota,
  'the tablet’s clock is 3 days fast, then 3 days slow': (field) => wrongClocks(field),
  'one draft in two tabs; two tabs that send at once': twoTabs,
  'damaged records in the outbox among good ones': poisonedOutbox,
  'a new version of which a file is missing or cut off': (field) => brokenUpdate(field),
  'this client against an older server (newer routes 404, what it says of itself refused)': oldServer,
  ...Object.fromEntries(
    Object.entries(PORTALS).map(([what, portal]): [string, Scenario] => [
      `a portal that ${what}, to every request`,
      (field) => captivePortal(field, portal),
    ]),
  ),
};
