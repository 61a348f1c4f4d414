import { parentPort, workerData } from 'node:worker_threads';
import { WaymarkError } from '../contracts/errors.ts';
import { createAcceptContext } from './create-accept-context.ts';
import type { IntakeAnswer, IntakeInput, IntakeRequest } from './intake.ts';
import { openStore } from './open-store.ts';
import { acceptSubmission } from './use-cases/accept-submission.ts';

/** Entry of the intake worker: takes records until it is told to close. */
const { dataDir } = workerData as IntakeInput;
const { store } = await openStore(dataDir);
const accept = createAcceptContext(store, dataDir, () => new Date());
let answers: IntakeAnswer[] = [];

parentPort?.on('message', (message: readonly IntakeRequest[] | 'close') => {
  if (message !== 'close') for (const request of message) void take(request);
  else void store.close().then(() => parentPort?.close());
});

async function take({ number, id, delivery, tablet }: IntakeRequest): Promise<void> {
  try {
    say({ number, accepted: await acceptSubmission(accept, id, delivery, tablet) });
  } catch (error) {
    say({ number, ...toAnswer(error) });
  }
}

function toAnswer(error: unknown) {
  if (!(error instanceof WaymarkError)) return { fault: error };
  const { code, message, hint } = error;
  return { error: { code, message, ...(hint === undefined ? {} : { hint }) } };
}

/** A group that was committed together is answered with one message. */
function say(answer: IntakeAnswer): void {
  if (answers.push(answer) > 1) return;
  setImmediate(() => {
    const batch = answers;
    answers = [];
    parentPort?.postMessage(batch);
  });
}
