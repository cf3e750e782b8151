/** The thread that holds the history's database, so that a slow disk blocks nothing else. */
import { parentPort, workerData } from 'node:worker_threads';
import { createAppendFile } from '../../platform/append-file.ts';
import { systemClock as clock } from '../../platform/clock.ts';
import { createSerialQueue } from '../../platform/serial-queue.ts';
import { openDatabase } from '../../platform/sqlite.ts';
import type { Call, Said, Wish } from './archive-messages.ts';
import type { ArchiveData } from './archive-thread.ts';
import { createArchive } from './archive.ts';

const { database, journal, ...zone } = workerData as ArchiveData;
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, no window
const say = (said: Said) => parentPort?.postMessage(said);

const archive = createArchive({
  clock,
  openDatabase: (how) => openDatabase({ path: database, ...how }),
  journalFile: createAppendFile(journal),
  ...zone,
});
archive.onChange(() => say({ problem: archive.problem() }));

const queue = createSerialQueue();
parentPort?.on('message', (wish: Wish) => queue.add(() => grant(wish)));

async function grant(wish: Wish): Promise<void> {
  if (wish.call === 'close') {
    archive.dispose();
    // Exits only this thread.
    process.exit();
  }
  try {
    say({ id: wish.id, value: await answer(wish) });
  } catch (error) {
    say({ id: wish.id, fault: String(error) });
  }
}

function answer(wish: Call): Promise<unknown> {
  switch (wish.call) {
    case 'takeOver':
      return archive.takeOver(...wish.args);
    case 'detail':
      return archive.detail(...wish.args);
    case 'exported':
      return archive.exported(...wish.args);
  }
}
