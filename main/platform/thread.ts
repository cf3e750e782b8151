/** A thread of this process, for a library whose calls hold up whoever makes them. */
import { Worker } from 'node:worker_threads';

export type ThreadListener = Readonly<{
  onMessage: (message: unknown) => void;
  /** It has ended, by itself or by a fault. */
  onEnd: () => void;
}>;

export type Thread = Readonly<{ post: (message: unknown) => void }>;

export type StartThread = (listener: ThreadListener) => Thread;

/** `file` is a module of the built app. `data` is what the thread finds as its `workerData`. */
export function threadStarter(file: string | URL, data: unknown): StartThread {
  return ({ onMessage, onEnd }) => {
    const worker = new Worker(file, { workerData: data });
    worker.on('message', onMessage);
    // What went wrong in it is told by the end that follows.
    worker.on('error', () => undefined);
    worker.on('exit', onEnd);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, no window
    return { post: (message) => worker.postMessage(message) };
  };
}
