import { interviewSchema } from '../../../contracts/submission.ts';
import { ENABLED_TRADER } from '../../support/respondents.ts';
import { readStored } from '../support/prove.ts';
import { type Field } from './create-field.ts';
import { DECLINED, finishOne } from './finish-one.ts';
import { shiftClock } from './shift-clock.ts';
import { type Tried } from './try-on-tablet.ts';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/**
 * The tablet's clock is three days fast, then three days slow, then right again, with interviews and failed
 * deliveries under each. All are delivered, the server's own time is what counts, and a fast clock is found.
 */
export async function wrongClocks(field: Field, wrongDays: readonly number[] = [3, -3]): Promise<Tried> {
  const { tablet, network, office, dataDir } = field;
  const shifted: { readonly id: string; readonly days: number }[] = [];
  for (const days of wrongDays) {
    network.treat(() => 'cut');
    await tablet.kill();
    await tablet.reopen('/collect', shiftClock(days * DAY_MS));
    // Only an interview with someone who agreed is examined for doubts.
    shifted.push({ id: await finishOne(field, days > 0 ? ENABLED_TRADER : DECLINED), days });
    // A failed try, whose next is not before a time by the wrong clock.
    await tablet.sendNow();
    await tablet.page().locator('[data-state=failed]').first().waitFor();
  }
  network.treat(null);
  // The clock is right again: what waits for a time that is days away goes now, by itself.
  await tablet.kill();
  await tablet.reopen();
  await tablet.allSent();

  const findings = (await office.quality()).doubtful;
  for (const { id, days } of shifted) {
    const [row] = readStored(dataDir, id);
    const { startedAt } = interviewSchema.parse(JSON.parse(row?.payload ?? 'null'));
    const offMs = Date.parse(startedAt) - Date.parse(row?.receivedAt ?? '');
    if (Math.abs(offMs - days * DAY_MS) > 10 * MINUTE_MS)
      throw new Error(`The interview says ${startedAt}, which is not ${days} days off.`);
    if (Math.abs(Date.parse(row?.receivedAt ?? '') - Date.now()) > 10 * MINUTE_MS)
      throw new Error('The time of receipt is not the server’s own.');
    const found = findings.find((each) => each.id === id)?.findings.map(({ check }) => check) ?? [];
    if (days > 0 && !found.includes('clock')) throw new Error('A fast clock was not found.');
  }
  const board = await office.board();
  const seen = board.tablets.map(({ lastSeenAt }) => Date.parse(lastSeenAt ?? ''));
  if (!seen.some((atMs) => Math.abs(atMs - Date.now()) < 10 * MINUTE_MS))
    throw new Error('The board does not know by its own clock when the tablet was heard of.');
  return {
    times: shifted.length,
    note: 'receipts carry the server’s time; the fast clock is among the quality findings',
  };
}
