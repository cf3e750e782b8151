import { expect, test } from 'vitest';
import { createReadBackups } from '../../../main/features/backups/request.ts';
import { BackupSourceSchema } from '../../../shared/coop/backups.ts';
import { fakeClock } from '../clock.ts';
import { entry } from '../../fixtures/entry.ts';

const signal = new AbortController().signal;
const source = { id: 'a', name: 'A', kind: 'healthchecks', url: 'https://checks.example' };

function reading(change: object) {
  const asked: string[] = [];
  const request = async ({ url }: Readonly<{ url: string }>) => {
    asked.push(url);
    throw new Error('not in this test');
  };
  const read = createReadBackups({ clock: fakeClock(), net: { request } });
  const whole = entry(BackupSourceSchema, { ...source, ...change });
  return { asked, done: read(whole, 'secret', signal) };
}

test.each(['bearer', 'api-key', 'basic'])(
  'a secret as %s goes over no line that others can read',
  async (auth) => {
    for (const url of [
      'http://checks.example',
      'http://192.168.1.4:8000',
      'HTTP://checks.example',
    ]) {
      const { asked, done } = reading({ auth, url });
      expect(await done).toEqual({ ok: false, problem: { code: 'insecure' } });
      expect(asked).toEqual([]);
    }
    for (const url of [
      'https://checks.example',
      'http://127.0.0.1:8000',
      'http://localhost:8000',
    ]) {
      const { asked, done } = reading({ auth, url });
      await done;
      expect(asked).toHaveLength(1);
    }
  },
);

test('what needs no secret may be asked over any line', async () => {
  const { asked, done } = reading({ url: 'http://checks.example' });
  await done;
  expect(asked).toHaveLength(1);
});
