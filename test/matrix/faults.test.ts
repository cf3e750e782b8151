/** What only a stand-in can do on command: a server that misbehaves. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startMatrix } from '../servers/matrix/index.ts';
import type { MatrixStandIn } from '../servers/matrix/index.ts';
import { join, member, password, staff } from './people.ts';

let server: MatrixStandIn;
let roomId: string;
let ada: ReturnType<typeof member>;

beforeEach(async () => {
  server = await startMatrix();
  const sam = await staff(server, 'sam');
  roomId = await sam.createRoom();
  await join(server, await server.register('ada', password), roomId);
  ada = member();
  await ada.signIn({ baseUrl: server.url, by: { user: 'ada', password } });
});
afterEach(async () => {
  ada.dispose();
  await server.close();
});

const file = { bytes: new Uint8Array(100_000), type: 'image/png', limitMs: 500 };
const message = () => ({ roomId, txnId: 'one', content: { msgtype: 'm.text', body: 'hello' } });

it.each(['broken', 'truncated'] as const)(
  'a server that is %s cannot be reached, and signs nobody out',
  async (fault) => {
    server.fail(fault);
    await expect(ada.send(message())).rejects.toMatchObject({ fault: 'unreachable' });
    await expect(ada.upload(file)).rejects.toMatchObject({ fault: 'unreachable' });
    expect(ada.session()).toBe('signed-in');
    server.fail(undefined);
    await expect(ada.send(message())).resolves.toMatch(/^\$/);
  },
);

it('an upload that never gets an answer ends at its limit', async () => {
  server.fail('silent');
  await expect(ada.upload(file)).rejects.toMatchObject({ fault: 'unreachable' });
});

it('a server that asks for patience gets it', async () => {
  server.fail('rate-limited');
  const sent = ada.send(message());
  const startMs = performance.now();
  setTimeout(() => server.fail(undefined), 500);
  await expect(sent).resolves.toMatch(/^\$/);
  expect(performance.now() - startMs).toBeGreaterThan(900);
});

it('a secret is in no error', async () => {
  server.fail('broken');
  const kept = await ada.secrets.get('matrix:@ada:localhost');
  const { accessToken } = JSON.parse(kept ?? '') as { accessToken: string };
  const error: unknown = await ada.send(message()).catch((error: unknown) => error);
  const all = `${String(error)} ${JSON.stringify(error)} ${(error as Error).stack}`;
  for (const one of [accessToken, password, 'hello']) expect(all).not.toContain(one);
});
