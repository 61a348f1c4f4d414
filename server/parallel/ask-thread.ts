import { Worker } from 'node:worker_threads';
import { CLOSE, fromFailure, type Answer, type Question } from './thread-messages.ts';

/** Questions in one message. Few enough that the thread begins with the first while the next are still being read. */
const LARGEST_MESSAGE = 8;

export interface ThreadOptions {
  /** What the thread finds as its `workerData`. */
  readonly data: unknown;
  /** Room for young objects, in MB. */
  readonly youngMb?: number;
}

/** A thread that answers many questions at once. */
export interface AskedThread<Q, A> {
  /** Rejects with what answering threw, or with the reason why the thread ended. */
  readonly ask: (question: Q) => Promise<A>;
  /** Ends the thread. Wait for what was asked first. */
  close(): Promise<void>;
}

interface Waiting<A> {
  readonly resolve: (answer: A) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Keeps one thread that answers with `answerThread`. It starts with the first question, and does not keep the process
 * alive while nothing is asked. When it dies, what was asked is rejected, and the next question starts another.
 */
export function askThread<Q, A>(file: URL, { data, youngMb }: ThreadOptions): AskedThread<Q, A> {
  const waiting = new Map<number, Waiting<A>>();
  let worker: Worker | null = null;
  let questions: Question<Q>[] = [];
  let last = 0;

  const lose = (error: unknown): void => {
    worker = null;
    const lost = [...waiting.values()];
    waiting.clear();
    for (const { reject } of lost) reject(error);
  };

  const start = (): Worker => {
    const started = new Worker(file, {
      workerData: data,
      ...(youngMb === undefined ? {} : { resourceLimits: { maxYoungGenerationSizeMb: youngMb } }),
    });
    started.on('message', (answers: readonly Answer<A>[]) => {
      for (const answer of answers) {
        const asked = waiting.get(answer.number);
        waiting.delete(answer.number);
        if ('answer' in answer) asked?.resolve(answer.answer);
        else asked?.reject(fromFailure(answer));
      }
      if (waiting.size === 0) started.unref();
    });
    started.once('error', lose);
    started.once('exit', (code) => {
      if (worker === started) lose(new Error(`The thread of ${file.pathname} stopped with code ${code}.`));
    });
    return started;
  };

  const send = (): void => {
    if (questions.length === 0) return;
    const batch = questions;
    questions = [];
    worker ??= start();
    worker.ref();
    worker.postMessage(batch);
  };

  return {
    ask: (question) =>
      new Promise((resolve, reject) => {
        const number = (last += 1);
        waiting.set(number, { resolve, reject });
        const count = questions.push({ number, question });
        if (count === LARGEST_MESSAGE) send();
        else if (count === 1) setImmediate(send);
      }),
    async close() {
      const ending = worker;
      worker = null;
      ending?.postMessage(CLOSE);
      if (ending) await new Promise((resolve) => ending.once('exit', resolve).ref());
    },
  };
}
