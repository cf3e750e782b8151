/** Run by files.test.ts: records fifteen minutes, of which five are not written when it kills itself. */
import { createAppendFile } from '../../../main/platform/append-file.ts';
import { openDatabase } from '../../../main/platform/sqlite.ts';
import { createHistoryHere } from '../../history-here.ts';
import { fakeClock } from '../../unit/clock.ts';

const path = process.argv[2] ?? '';
const clock = fakeClock();
const history = createHistoryHere({
  clock: { ...clock, after: () => () => undefined },
  openDatabase: (how) => openDatabase({ path, ...how }),
  journalFile: createAppendFile(path.replace('.db', '.journal')),
  isClockProven: () => true,
});
history.setCoop('test.coop', 'Test co-op');
const check = async () => {
  const record = { verdict: 'up', sinceUtcMs: 0 } as const;
  const seen = { verdict: 'up', timings: { total: 42 } } as const;
  const atUtcMs = clock.nowUtcMs();
  history.observe({ serviceId: 'calls', atUtcMs, seen, record, intervalMs: 60_000 });
  await clock.pass(60_000);
};
for (let minute = 0; minute <= 10; minute += 1) await check();
await history.detail('calls', 'day');
for (let minute = 0; minute < 5; minute += 1) await check();
process.stdout.write(String(clock.nowUtcMs()), () => process.kill(process.pid, 'SIGKILL'));
