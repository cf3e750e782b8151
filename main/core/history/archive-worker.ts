/** The thread that holds the history's database, so that a slow disk blocks nothing else. */
import { parentPort, workerData } from 'node:worker_threads';
import { createAppendFile } from '../../platform/append-file.ts';
import { systemClock as clock } from '../../platform/clock.ts';
import { createSerialQueue } from '../../platform/serial-queue.ts';
import { openDatabase } from '../../platform/sqlite.ts';
import type { Call, WorkerMessage, WorkerRequest } from './archive-messages.ts';
import type { ArchiveData } from './archive-thread.ts';
import { createArchive } from './archive.ts';

const { database, journal, ...zone } = workerData as ArchiveData;
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, no window
const post = (message: WorkerMessage) => parentPort?.postMessage(message);

const archive = createArchive({
  clock,
  openDatabase: (how) => openDatabase({ path: database, ...how }),
  journalFile: createAppendFile(journal),
  ...zone,
});
archive.onChange(() => post({ problem: archive.problem() }));

const queue = createSerialQueue();
parentPort?.on('message', (request: WorkerRequest) => queue.add(() => handle(request)));

async function handle(request: WorkerRequest): Promise<void> {
  if (request.call === 'close') {
    archive.dispose();
    // Exits only this thread.
    process.exit();
  }
  try {
    post({ id: request.id, value: await answer(request) });
  } catch (error) {
    post({ id: request.id, fault: String(error) });
  }
}

function answer(request: Call): Promise<unknown> {
  switch (request.call) {
    case 'takeOver':
      return archive.takeOver(...request.args);
    case 'detail':
      return archive.detail(...request.args);
    case 'overview':
      return archive.overview(...request.args);
    case 'exported':
      return archive.exported(...request.args);
  }
}
