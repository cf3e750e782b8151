import { expect, test, vi } from 'vitest';
import { createReadingCache } from '../../../main/features/backups/reading-cache.ts';

test('a reading too large to be kept costs no other', async () => {
  const save = vi.fn<(text: string) => void>();
  const cache = createReadingCache({
    load: async () => undefined,
    save: async (text) => save(text),
  });
  const targets = (count: number) =>
    Array.from({ length: count }, (_, at) => ({ id: String(at), name: 'x'.repeat(100) }));
  const readings = new Map([
    ['small', { atUtcMs: 1, targets: targets(1), remarks: [] }],
    ['huge', { atUtcMs: 2, targets: targets(30_000), remarks: [] }],
  ]);
  cache.save({ readings, told: {} });
  await vi.waitFor(() => expect(save).toHaveBeenCalledOnce());
  const kept = JSON.parse(save.mock.calls[0]?.[0] ?? '') as { readings: { of: string }[] };
  expect(kept.readings.map(({ of }) => of)).toEqual(['small']);
});
