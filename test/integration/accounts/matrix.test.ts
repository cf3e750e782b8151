import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MatrixStandIn } from '../../servers/matrix/index.ts';
import { startMatrix } from '../../servers/matrix/index.ts';
import type { Machine } from './scene.ts';
import { createMachine, openAccounts, password } from './scene.ts';

let server: MatrixStandIn;
let machine: Machine;
const open: { dispose: () => void }[] = [];
const start = () => {
  const accounts = openAccounts(machine);
  open.push(accounts);
  return accounts;
};

beforeEach(async () => {
  server = await startMatrix();
  await server.register('ada', password);
  machine = createMachine();
});
afterEach(async () => {
  for (const one of open.splice(0)) one.dispose();
  await server.close();
});

const entry = 'matrix:@ada:localhost';

describe('a member', () => {
  it('signs in by password, is there after a restart, and gone after signing out', async () => {
    const first = start();
    first.setPlaces({ matrix: { homeserver: server.url, rooms: [] } });
    expect(first.state().matrix).toEqual({ session: 'signed-out', server: server.url });
    await expect(first.commands.find(server.url)).resolves.toMatchObject({ password: true });
    const fault = await first.commands.signInMatrix(server.url, 'ada', password);
    expect([fault, first.state().matrix]).toEqual([
      undefined,
      {
        session: 'signed-in',
        server: server.url,
        userId: '@ada:localhost',
        keptIn: 'keyring',
      },
    ]);
    const kept = (await machine.keyring.get(entry)) ?? '';
    const { accessToken } = JSON.parse(kept) as { accessToken: string };
    expect(machine.file()).not.toContain(accessToken);
    expect(`${machine.file()}${kept}`).not.toContain(password);

    const second = start();
    await second.restore();
    expect((await second.matrix()?.whoami())?.userId).toBe('@ada:localhost');
    await second.commands.signOutMatrix();
    expect(second.state().matrix).toEqual({ session: 'signed-out' });
    expect([await machine.keyring.get(entry), machine.file()]).toEqual([undefined, undefined]);
    const headers = { authorization: `Bearer ${accessToken}` };
    const answer = await fetch(`${server.url}/_matrix/client/v3/account/whoami`, { headers });
    expect(answer.status).toBe(401);
  });

  it('is there once it is known who they are, and not before', async () => {
    const accounts = start();
    const seen: (string | undefined)[] = [];
    accounts.onChange(() => {
      if (accounts.matrix()) seen.push(accounts.state().matrix.userId);
    });
    await accounts.commands.signInMatrix(server.url, 'ada', password);
    expect(new Set(seen)).toEqual(new Set(['@ada:localhost']));
  });

  it('is told of a wrong password, and nothing is kept', async () => {
    const accounts = start();
    await expect(accounts.commands.signInMatrix(server.url, 'ada', 'wrong')).resolves.toBe(
      'wrong-sign-in',
    );
    expect(accounts.state().matrix).toEqual({ session: 'signed-out', fault: 'wrong-sign-in' });
    expect([await machine.keyring.get(entry), machine.file()]).toEqual([undefined, undefined]);
  });

  it.each([
    ['http://matrix.example', 'insecure'],
    ['http://127.0.0.1:9', 'unreachable'],
    ['not a name', 'not-found'],
    ['https://ada:secret@matrix.example', 'not-found'],
  ])('is told what is wrong with %s', async (address, fault) => {
    await expect(start().commands.find(address)).resolves.toEqual({ fault });
  });

  it('is told when the server could not hear of the end', async () => {
    const accounts = start();
    await accounts.commands.signInMatrix(server.url, 'ada', password);
    await server.stop();
    await accounts.commands.signOutMatrix();
    expect(accounts.state().matrix).toEqual({ session: 'signed-out', fault: 'not-revoked' });
    expect(await machine.keyring.get(entry)).toBeUndefined();
  });
});

describe('without a keyring', () => {
  it.each(['missing', 'locked', 'timed-out'] as const)(
    'that is %s the member is asked first, and then nothing is written',
    async (fault) => {
      machine.breakKeyring(fault);
      const accounts = start();
      await accounts.commands.find(server.url);
      expect(accounts.state()).toMatchObject({ keyring: fault, forSession: false });
      const refused = await accounts.commands.signInMatrix(server.url, 'ada', password);
      expect([refused, accounts.matrix()]).toEqual([`keyring-${fault}`, undefined]);

      accounts.commands.keepForSession();
      await accounts.commands.signInMatrix(server.url, 'ada', password);
      expect(accounts.state().matrix).toMatchObject({ session: 'signed-in', keptIn: 'session' });
      expect(machine.file()).toBeUndefined();
      machine.breakKeyring(undefined);
      expect(await machine.keyring.get(entry)).toBeUndefined();
    },
  );

  it('a locked one is said at the next start, and the account taken up once it is open', async () => {
    await start().commands.signInMatrix(server.url, 'ada', password);
    machine.breakKeyring('locked');
    const accounts = start();
    await accounts.restore();
    expect(accounts.state()).toMatchObject({
      keyring: 'locked',
      matrix: { session: 'signed-out', userId: '@ada:localhost', fault: 'keyring-locked' },
    });
    machine.breakKeyring(undefined);
    await accounts.restore();
    expect(accounts.state()).toMatchObject({
      keyring: 'available',
      matrix: { session: 'signed-in' },
    });
    expect(accounts.state().matrix.fault).toBeUndefined();
  });
});
