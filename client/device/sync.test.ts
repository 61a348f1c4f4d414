// @vitest-environment node
import { expect, it } from 'vitest';
import { makeBackup } from './make-backup.ts';
import { readHeartbeat } from './read-heartbeat.ts';
import { addToSyncLog, readSyncLog } from './sync-log.ts';
import { apiError, createServer, json, loginPage, TabletScenario } from './testing/tablet-scenario.ts';

async function enrolledTablet() {
  const tablet = await TabletScenario.switchOn();
  await tablet.enrol();
  return tablet;
}

it('delivers, and lets go only of what has a receipt', async () => {
  const tablet = await enrolledTablet();
  const server = createServer();
  const id = await tablet.interview();
  await tablet.sync(server.answer);
  expect(await tablet.places()).toEqual({ drafts: [], outbox: [], sent: [id] });
  expect(JSON.parse(server.payloads[0]!)).toMatchObject({ id, answers: { consent: 'yes' } });
});

it('sends twice when the receipt was lost on the way, and the server still holds it once', async () => {
  const tablet = await enrolledTablet();
  const server = createServer();
  const id = await tablet.interview();
  await tablet.sync(async (request) => {
    const response = await server.answer(request);
    if (request.delivery !== null) throw new TypeError('network went away');
    return response;
  });
  expect((await tablet.places()).outbox).toEqual([id]);
  await tablet.losePower();
  await tablet.sync(server.answer);
  expect((await tablet.places()).sent).toEqual([id]);
  expect(server.payloads).toHaveLength(1);
});

it.each([
  ['a login page with status 200', () => loginPage(), 'notAReceipt'],
  ['half a response', () => new Response('{"receiptId":"r-1","id":"', { status: 200 }), 'notAReceipt'],
  ['an empty 204', () => new Response(null, { status: 204 }), 'notAReceipt'],
  ['a proxy’s 502', () => new Response('<h1>Bad gateway</h1>', { status: 502 }), 'serverError'],
  ['a proxy’s 403', () => new Response('<h1>Blocked</h1>', { status: 403 }), 'notAReceipt'],
  ['a server in trouble', () => apiError(500, 'INTERNAL'), 'serverError'],
  ['a revoked tablet', () => apiError(403, 'TABLET_REVOKED'), 'notEnrolled'],
  ['an unknown token', () => apiError(401, 'NOT_SIGNED_IN'), 'notEnrolled'],
  ['damage on the way', () => apiError(400, 'HASH_MISMATCH'), 'serverError'],
])('keeps the interview, and tries again later, after %s', async (_, response, code) => {
  const tablet = await enrolledTablet();
  const id = await tablet.interview();
  await tablet.sync(response);
  const record = await tablet.database.get('outbox', id);
  expect(record).toMatchObject({ state: 'failed', attempts: 1, problem: { code } });
  expect(record!.notBeforeMs).toBe(tablet.nowMs + 5000);

  const server = createServer();
  await tablet.sync(server.answer, 'due');
  expect((await tablet.places()).outbox).toEqual([id]);
  tablet.nowMs += 5000;
  await tablet.sync(server.answer, 'due');
  expect((await tablet.places()).sent).toEqual([id]);
});

it.each(['id', 'hash'] as const)('does not take a receipt with another %s', async (field) => {
  const tablet = await enrolledTablet();
  const id = await tablet.interview();
  const server = createServer();
  const other = { id: crypto.randomUUID(), hash: 'b'.repeat(64) }[field];
  await tablet.sync(async (request) => {
    const receipt = (await (await server.answer(request)).json()) as object;
    return json(request.delivery === null ? receipt : { ...receipt, [field]: other });
  });
  expect(await tablet.database.get('outbox', id)).toMatchObject({ problem: { code: 'wrongReceipt' } });
});

it('does not let a poisoned record hold up the others, and tries it again only when asked', async () => {
  const tablet = await enrolledTablet();
  const ids = [];
  for (let count = 0; count < 6; count += 1) ids.push(await tablet.interview());
  const poisoned = ids[0]!;
  const server = createServer();
  const tried: string[] = [];
  const reply = (request: Parameters<typeof server.answer>[0]) => {
    const isPoisoned = request.url.endsWith(poisoned);
    if (isPoisoned) tried.push(poisoned);
    return isPoisoned ? apiError(400, 'INVALID_REQUEST') : server.answer(request);
  };
  await tablet.sync(reply);
  expect(await tablet.places()).toEqual({ drafts: [], outbox: [poisoned], sent: ids.slice(1).sort() });
  expect(await tablet.database.get('outbox', poisoned)).toMatchObject({ state: 'quarantined' });

  tablet.nowMs += 86_400_000;
  await tablet.sync(reply, 'waiting');
  expect(tried).toHaveLength(1);
  await tablet.sync(server.answer, 'all');
  expect((await tablet.places()).outbox).toEqual([]);
});

it('gets everything through a network that cuts every other request, out of order', async () => {
  const tablet = await enrolledTablet();
  const server = createServer();
  for (let count = 0; count < 9; count += 1) await tablet.interview();
  let requests = 0;
  const flaky = async (request: Parameters<typeof server.answer>[0]) => {
    requests += 1;
    const isCut = requests % 2 === 0;
    await new Promise((resolve) => setTimeout(resolve, (requests * 7) % 5));
    if (isCut) throw new TypeError('cut');
    return server.answer(request);
  };
  for (let round = 0; round < 8 && (await tablet.places()).outbox.length > 0; round += 1)
    await tablet.sync(flaky);
  expect((await tablet.places()).outbox).toEqual([]);
  expect(server.receipts.size).toBe(9);
  expect(server.payloads).toHaveLength(9);
});

it('tries again what was being sent when the power went', async () => {
  const tablet = await enrolledTablet();
  const id = await tablet.interview();
  const never = new Promise<Response>(() => undefined);
  await new Promise<void>((isTried) => {
    const hang = () => {
      isTried();
      return never;
    };
    void tablet.sync(hang).catch(() => undefined);
  });
  await tablet.losePower();
  await tablet.sync(createServer().answer, 'due');
  expect((await tablet.places()).sent).toEqual([id]);
});

it('does not wait for days because the clock was wrong', async () => {
  const tablet = await enrolledTablet();
  const id = await tablet.interview();
  tablet.nowMs += 3 * 86_400_000;
  await tablet.sync(() => apiError(500, 'INTERNAL'));
  tablet.nowMs -= 3 * 86_400_000;
  await tablet.sync(createServer().answer, 'due');
  expect((await tablet.places()).sent).toEqual([id]);
});

it('keeps everything where the tablet is not linked', async () => {
  const tablet = await TabletScenario.switchOn();
  const id = await tablet.interview();
  await tablet.sync(createServer().answer);
  expect((await tablet.places()).outbox).toEqual([id]);
});

it('drops a sent copy seven days after, by the time of the server, not before', async () => {
  const tablet = await enrolledTablet();
  let serverMs = Date.parse('2026-05-01T10:00:00Z');
  const server = createServer(() => serverMs);
  const first = await tablet.interview();
  await tablet.sync(server.answer);
  serverMs += 7 * 86_400_000;
  const second = await tablet.interview();
  await tablet.sync(server.answer);
  expect((await tablet.places()).sent).toEqual([first, second].sort());
  serverMs += 1;
  const third = await tablet.interview();
  await tablet.sync(server.answer);
  expect((await tablet.places()).sent).toEqual([second, third].sort());
});

it('keeps the sent copies when the clock of the tablet jumps', async () => {
  const tablet = await enrolledTablet();
  const server = createServer();
  const ids = [await tablet.interview()];
  await tablet.sync(server.answer);
  for (const wrong of ['2099-01-01T00:00:00Z', '1970-01-01T00:00:00Z']) {
    tablet.nowMs = Date.parse(wrong);
    ids.push(await tablet.interview());
    await tablet.sync(server.answer);
  }
  expect((await tablet.places()).sent).toEqual(ids.sort());
});

it('takes over a changed study, and nothing from a login page', async () => {
  const tablet = await enrolledTablet();
  await tablet.sync(loginPage);
  expect((await tablet.database.get('enrolment', 'current'))?.study.title).toBe('Study');
  const { study } = (await tablet.database.get('enrolment', 'current'))!;
  await tablet.sync(() => json({ ...study, title: 'Study, second wave' }));
  expect((await tablet.database.get('enrolment', 'current'))?.study.title).toBe('Study, second wave');
});

it('knows that the office has revoked the tablet until the server says otherwise', async () => {
  const tablet = await enrolledTablet();
  const isRevoked = async () => (await tablet.database.get('enrolment', 'current'))?.revoked;
  await tablet.sync(() => new Response('<h1>Blocked</h1>', { status: 403 }));
  expect(await isRevoked()).toBe(false);
  await tablet.sync(() => apiError(403, 'TABLET_REVOKED'));
  expect(await isRevoked()).toBe(true);
  for (const noAnswer of [loginPage, () => apiError(500, 'INTERNAL')]) {
    await tablet.sync(noAnswer);
    expect(await isRevoked()).toBe(true);
  }
  await tablet.sync(createServer().answer);
  expect(await isRevoked()).toBe(false);
  await tablet.sync(() => apiError(403, 'TABLET_REVOKED'));
  await tablet.enrol('token-2', 'tablet-2');
  expect(await isRevoked()).toBe(false);
});

it.each(['quarantined', 'conflict'] as const)(
  'lets go of a record that the server set aside as %s, and says so',
  async (status) => {
    const tablet = await enrolledTablet();
    const id = await tablet.interview();
    await tablet.sync(createServer(undefined, status).answer);
    expect(await tablet.places()).toEqual({ drafts: [], outbox: [], sent: [id] });
    expect(await tablet.database.getAll('syncLog')).toMatchObject([{ event: 'setAside', id }]);
  },
);

it('writes a log that can be read, newest first', async () => {
  const tablet = await enrolledTablet();
  const id = await tablet.interview();
  await tablet.sync(loginPage);
  await tablet.sync(createServer().answer);
  const log = (await tablet.database.getAll('syncLog')).map((entry) => `${entry.event} ${entry.detail}`);
  expect(log).toEqual(['problem notAReceipt: HTTP 200, but no receipt in it', 'receipted stored r-1']);
  expect((await tablet.database.getAll('syncLog'))[0]?.id).toBe(id);
});

it('keeps the last 200 lines of the log', async () => {
  const tablet = await TabletScenario.switchOn();
  for (let atMs = 1; atMs <= 203; atMs += 1)
    await addToSyncLog(tablet.database, { atMs, event: 'enrolled', id: null, detail: '' });
  const log = await readSyncLog(tablet.database);
  expect([log.length, log[0]?.atMs, log.at(-1)?.atMs]).toEqual([200, 203, 4]);
});

it('delivers the good ones among records that a fault of the storage has damaged, and keeps those', async () => {
  const tablet = await enrolledTablet();
  const server = createServer();
  const before = await tablet.interview();
  const whole = (await tablet.database.get('outbox', before))!;
  const damaged = [
    { ...whole, id: 'no payload', payload: null },
    { ...whole, id: 'no hash', hash: undefined, payload: undefined },
    { ...whole, id: 'no date', finishedAt: 'yesterday' },
    { ...whole, id: 'odd', payload: { a: 1 }, attempts: 'many', notBeforeMs: 'soon', state: 'of later' },
    { id: 'nothing' },
  ];
  for (const record of damaged) await tablet.database.put('outbox', record as unknown as typeof whole);
  const after = await tablet.interview();
  const refuse = () => apiError(400, 'INVALID_REQUEST');
  const isGood = (url: string) => url.endsWith(before) || url.endsWith(after);
  await tablet.sync((request) =>
    request.delivery === null || isGood(request.url) ? server.answer(request) : refuse(),
  );
  const { outbox, sent } = await tablet.places();
  expect(sent.toSorted()).toEqual([before, after].toSorted());
  expect(outbox.toSorted()).toEqual(damaged.map(({ id }) => id).toSorted());
  expect((await tablet.database.get('outbox', 'nothing'))?.state).toBe('quarantined');
  expect((await makeBackup(tablet.database, '2026-05-01T09:00:00Z')).left).toBe(2 + damaged.length);
  expect((await readHeartbeat(tablet.database)).oldestUnsentAt).toBe(whole.finishedAt);
});

it('stops trying after many tries without an answer, and those hold up no other', async () => {
  const tablet = await enrolledTablet();
  const ids: string[] = [];
  while (ids.length < 24) ids.push(await tablet.interview());
  const waiting = await Promise.all(ids.map((id) => tablet.database.get('outbox', id)));
  const cut = () => {
    throw new TypeError('Failed to fetch');
  };
  await tablet.sync(cut);
  const tried = await Promise.all(
    ids.map(async (id) => ((await tablet.database.get('outbox', id))?.attempts ?? 0) > 0),
  );
  expect(tried).toContain(true);
  expect(tried).toContain(false);

  // The network is back, but whatever was tried is cut off again: all others get through.
  const server = createServer();
  const poisoned = new Set(waiting.filter((_, index) => tried[index]).map((record) => record?.hash));
  await tablet.sync((request) => (poisoned.has(request.delivery?.hash) ? cut() : server.answer(request)));
  expect((await tablet.places()).sent).toEqual(ids.filter((_, index) => tried[index] !== true).sort());

  await tablet.sync(server.answer);
  expect((await tablet.places()).outbox).toEqual([]);
});
