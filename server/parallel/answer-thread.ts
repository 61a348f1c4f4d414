import { parentPort } from 'node:worker_threads';
import { CLOSE, toFailure, type Answer, type Question } from './thread-messages.ts';

/**
 * Within the thread: answers what `askThread` asks, until it is told to close. What is answered in one turn of
 * the event loop goes back as one message.
 */
export function answerThread(
  answerOne: (question: never) => Promise<unknown>,
  close: () => Promise<void>,
): void {
  const port = parentPort;
  if (port === null) throw new Error('This is the main thread: there is nobody to answer.');
  let answers: Answer<unknown>[] = [];

  const say = (answer: Answer<unknown>): void => {
    if (answers.push(answer) > 1) return;
    setImmediate(() => {
      const batch = answers;
      answers = [];
      port.postMessage(batch);
    });
  };

  const take = async ({ number, question }: Question<never>): Promise<void> => {
    try {
      say({ number, answer: await answerOne(question) });
    } catch (error) {
      say({ number, ...toFailure(error) });
    }
  };

  port.on('message', (message: readonly Question<never>[] | typeof CLOSE) => {
    if (message === CLOSE)
      void close().then(() => {
        port.close();
      });
    else for (const question of message) void take(question);
  });
}
