import { describe, expect, it } from 'vitest';
import { WaymarkError } from '../../contracts/errors.ts';
import type { Receipt } from '../../contracts/submission.ts';
import type { NewSubmission } from '../storage/port.ts';
import { createGroupCommit } from './group-commit.ts';

const submission = (id: string): NewSubmission => ({
  id,
  studyId: 's',
  hash: id,
  kind: 'interview',
  payload: id,
  branch: 'b',
  receivedAt: '2026-11-22T10:00:00.000Z',
  tabletId: null,
  status: 'stored',
  reason: null,
  receiptId: `receipt ${id}`,
});
const receipt = ({ id, hash, receiptId, receivedAt }: NewSubmission): Receipt => ({
  receiptId,
  id,
  hash,
  status: 'stored',
  receivedAt,
  attachments: [],
});

describe('createGroupCommit', () => {
  it('commits what arrives together as one group, and answers each with its own receipt', async () => {
    const groups: number[] = [];
    const keep = createGroupCommit((batch) => {
      groups.push(batch.length);
      return Promise.resolve(batch.map(receipt));
    });
    const receipts = await Promise.all(['a', 'b', 'c'].map((id) => keep(submission(id))));
    expect(receipts.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(groups).toEqual([3]);
    await keep(submission('d'));
    expect(groups).toEqual([3, 1]);
  });

  it('acknowledges nothing before the commit', async () => {
    let commit: () => void = () => undefined;
    const committed = new Promise<void>((resolve) => (commit = resolve));
    const keep = createGroupCommit((batch) => committed.then(() => batch.map(receipt)));
    let acknowledged = false;
    const kept = keep(submission('a')).then(() => (acknowledged = true));
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(acknowledged).toBe(false);
    commit();
    await kept;
    expect(acknowledged).toBe(true);
  });

  it('never lets one bad record fail its neighbours', async () => {
    const keep = createGroupCommit((batch) =>
      batch.some(({ id }) => id === 'bad')
        ? Promise.reject(new Error('constraint'))
        : Promise.resolve(batch.map(receipt)),
    );
    const results = await Promise.allSettled(['a', 'bad', 'c'].map((id) => keep(submission(id))));
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('tells everyone when the disk is full, without trying each record again', async () => {
    let tries = 0;
    const keep = createGroupCommit(() => {
      tries += 1;
      return Promise.reject(new WaymarkError('DISK_FULL', 'full'));
    });
    const results = await Promise.allSettled(['a', 'b'].map((id) => keep(submission(id))));
    expect(results).toMatchObject([{ reason: { code: 'DISK_FULL' } }, { reason: { code: 'DISK_FULL' } }]);
    expect(tries).toBe(1);
  });

  it('splits a flood into groups of at most 500', async () => {
    const groups: number[] = [];
    const keep = createGroupCommit((batch) => {
      groups.push(batch.length);
      return Promise.resolve(batch.map(receipt));
    });
    await Promise.all(Array.from({ length: 1100 }, (_, index) => keep(submission(String(index)))));
    expect(groups).toEqual([500, 500, 100]);
  });
});
