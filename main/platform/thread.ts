/** Worker threads, for libraries whose calls block. */
import { Worker } from 'node:worker_threads';

export type ThreadListener = Readonly<{
  onMessage: (message: unknown) => void;
  /** It has exited, normally or not. */
  onEnd: () => void;
}>;

export type Thread = Readonly<{ post: (message: unknown) => void }>;

export type StartThread = (listener: ThreadListener) => Thread;

/** `file` is a module of the built app; `data` becomes its `workerData`. */
export function threadStarter(file: string | URL, data: unknown): StartThread {
  return ({ onMessage, onEnd }) => {
    const worker = new Worker(file, { workerData: data });
    worker.on('message', onMessage);
    // `exit` follows.
    worker.on('error', () => undefined);
    worker.on('exit', onEnd);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, not a window
    return { post: (message) => worker.postMessage(message) };
  };
}
