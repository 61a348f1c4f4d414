import { workerData } from 'node:worker_threads';
import type { Receipt } from '../contracts/submission.ts';
import { createAcceptContext } from './create-accept-context.ts';
import type { IntakeInput, IntakeQuestion } from './intake.ts';
import { openStore } from './open-store.ts';
import { answerThread } from './parallel/answer-thread.ts';
import { askThread } from './parallel/ask-thread.ts';
import type { NewSubmission } from './storage/port.ts';
import { acceptSubmission } from './use-cases/accept-submission.ts';

/** Beside this file, as the build makes it. */
const WRITER = new URL('./intake-writer.js', import.meta.url);

/** Entry of the intake worker: opens and judges records, and hands them to the writer. */
const data = workerData as IntakeInput;
const { store } = await openStore(data.dataDir);
const writer = askThread<NewSubmission, Receipt>(WRITER, { data });
const accept = createAcceptContext(store, data.dataDir, () => new Date(), writer.ask);

answerThread(
  ({ id, delivery, tablet }: IntakeQuestion) => acceptSubmission(accept, id, delivery, tablet),
  async () => {
    await writer.close();
    await store.close();
  },
);
