import { workerData } from 'node:worker_threads';
import type { IntakeInput } from './intake.ts';
import { openStore } from './open-store.ts';
import { answerThread } from './parallel/answer-thread.ts';
import { createGroupCommit } from './use-cases/group-commit.ts';

/** Entry of the intake's writer: keeps what the intake worker judged; answers when it is on the disk. */
const { store } = await openStore((workerData as IntakeInput).dataDir);

answerThread(
  createGroupCommit((batch) => store.submissions.accept(batch)),
  () => store.close(),
);
