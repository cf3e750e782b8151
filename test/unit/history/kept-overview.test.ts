import { expect, test } from 'vitest';
import { createKeptOverview } from '../../../main/core/history/kept-overview.ts';
import type { Overview } from '../../../shared/history/overview.ts';
import { fakeClock } from '../clock.ts';

/** An overview whose only service has this id; each read is answered by hand. */
function stage() {
  const clock = fakeClock();
  const reads: ((id: string) => void)[] = [];
  const kept = createKeptOverview(
    clock,
    () =>
      new Promise<Overview>((resolve) =>
        reads.push((serviceId) => resolve({ services: [{ serviceId, days: '' }], incidents: [] })),
      ),
  );
  const ids = async () => (await kept.get())?.services.map(({ serviceId }) => serviceId);
  return { clock, kept, reads, ids };
}

test('is read once a minute', async () => {
  const { clock, reads, ids } = stage();
  const first = ids();
  reads[0]?.('pads');
  expect(await first).toEqual(['pads']);
  await clock.pass(59_000);
  expect(await ids()).toEqual(['pads']);
  await clock.pass(1000);
  const second = ids();
  reads[1]?.('chat');
  expect(await second).toEqual(['chat']);
});

test('what was being read when the member moved to another co-op is read again', async () => {
  const { kept, reads, ids } = stage();
  const asked = ids();
  kept.forget();
  reads[0]?.('of the old one');
  await Promise.resolve();
  await Promise.resolve();
  reads[1]?.('of the new one');
  expect(await asked).toEqual(['of the new one']);
  expect(await ids()).toEqual(['of the new one']);
  expect(reads).toHaveLength(2);
});
