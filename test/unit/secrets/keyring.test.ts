import { describe, expect, it } from 'vitest';
import type { Keyring } from '../../../main/platform/secrets/index.ts';
import { createSecrets } from '../../../main/platform/secrets/index.ts';
import { createSessionSecrets } from '../../../main/platform/secrets/session.ts';
import { secretLimitBytes } from '../../../main/platform/secrets/types.ts';
import { fakeClock } from '../clock.ts';

const account = 'matrix:@ada:example.org';
const secret = 'correct horse battery staple';

type Broken = Readonly<{ words: string; fault: string }>;

const words: readonly Broken[] = [
  { words: 'Cannot create an item in a locked collection', fault: 'locked' },
  { words: 'User interaction is not allowed.', fault: 'locked' },
  { words: 'The user name or passphrase you entered is not correct.', fault: 'locked' },
  { words: 'User canceled the operation.', fault: 'locked' },
  { words: 'Cannot autolaunch D-Bus without X11 $DISPLAY', fault: 'missing' },
  { words: 'Could not connect: No such file or directory', fault: 'missing' },
  {
    words: 'The name org.freedesktop.secrets was not provided by any .service files',
    fault: 'missing',
  },
  { words: 'No such interface “org.freedesktop.Secret.Service”', fault: 'missing' },
  { words: 'Failed to load keytar native addon', fault: 'missing' },
];

/** A keyring in memory, with each of its calls counted and replaceable. */
function fakeKeyring(over: Partial<Keyring> = {}) {
  const kept = new Map<string, string>();
  const asked: string[] = [];
  const counted =
    <A extends readonly string[], T>(name: string, work: (...args: A) => Promise<T>) =>
    (...args: A) => {
      asked.push(name);
      return work(...args);
    };
  const keyring: Keyring = {
    getPassword: counted(
      'get',
      over.getPassword ?? (async (_service, account) => kept.get(account) ?? null),
    ),
    setPassword: counted(
      'set',
      over.setPassword ?? (async (_service, account, value) => void kept.set(account, value)),
    ),
    deletePassword: counted(
      'delete',
      over.deletePassword ?? (async (_service, account) => kept.delete(account)),
    ),
  };
  return { keyring, kept, asked };
}

function open(over: Partial<Keyring> = {}, limitMs = 1000) {
  const clock = fakeClock();
  const fake = fakeKeyring(over);
  let stuck = 0;
  const onStuck = () => {
    stuck += 1;
    return () => void (stuck -= 1);
  };
  const load = async () => fake.keyring;
  const secrets = createSecrets({ clock, load, limitMs, onStuck });
  return { ...fake, clock, secrets, stuck: () => stuck };
}

const never = () => new Promise<never>(() => undefined);

describe('a keyring that is open', () => {
  it('keeps, gives and forgets, and leaves no trial behind', async () => {
    const { secrets, kept } = open();
    await expect(secrets.get(account)).resolves.toBeUndefined();
    await secrets.set(account, secret);
    await expect(secrets.get(account)).resolves.toBe(secret);
    await expect(secrets.status()).resolves.toBe('available');
    expect([...kept.keys()]).toEqual([account]);
    await secrets.delete(account);
    await secrets.delete(account);
    await expect(secrets.get(account)).resolves.toBeUndefined();
    expect(kept.size).toBe(0);
  });

  it('leaves no timer behind', async () => {
    const { secrets, clock } = open();
    await secrets.set(account, secret);
    expect(clock.timers()).toBe(0);
  });

  it('is not given more than the smallest keyring keeps', async () => {
    const { secrets, asked } = open();
    await expect(secrets.set(account, 'é'.repeat(secretLimitBytes / 2 + 1))).rejects.toThrow(
      RangeError,
    );
    expect(asked).toEqual([]);
  });
});

describe('a keyring that refuses', () => {
  it.each(words)('saying “$words” is $fault', async ({ words, fault }) => {
    const refuse = () => Promise.reject(new Error(words));
    const { secrets } = open({ getPassword: refuse, setPassword: refuse, deletePassword: refuse });
    await expect(secrets.get(account)).rejects.toMatchObject({ fault });
    await expect(secrets.set(account, secret)).rejects.toMatchObject({ fault });
    await expect(secrets.delete(account)).rejects.toMatchObject({ fault });
    await expect(secrets.status()).resolves.toBe(fault);
  });

  it('is missing when its library cannot be loaded', async () => {
    const secrets = createSecrets({
      clock: fakeClock(),
      load: () => Promise.reject(new Error('libsecret-1.so.0: cannot open shared object file')),
    });
    await expect(secrets.status()).resolves.toBe('missing');
  });

  it('is locked, not empty, when it reads as empty and cannot be written', async () => {
    const { secrets } = open({
      setPassword: () => Promise.reject(new Error('Cannot create an item in a locked collection')),
    });
    await expect(secrets.get(account)).rejects.toMatchObject({ fault: 'locked' });
    await expect(secrets.delete(account)).rejects.toMatchObject({ fault: 'locked' });
  });

  it('is not quoted: it may repeat the secret', async () => {
    const { secrets } = open({
      setPassword: (...args) => Promise.reject(new Error(`bad ${args.join(' ')}`)),
    });
    const error: unknown = await secrets.set(account, secret).catch((error: unknown) => error);
    expect(`${String(error)} ${JSON.stringify(error)} ${(error as Error).stack}`).not.toContain(
      secret,
    );
    expect((error as Error).cause).toBeUndefined();
  });
});

describe('a keyring that hangs', () => {
  it('costs each caller its limit and one native call in all', async () => {
    const { secrets, clock, asked, stuck } = open({ getPassword: never });
    const waiting = [secrets.get(account), secrets.set(account, secret), secrets.status()].map(
      (one) => one.then(String, (error: Error) => error.message),
    );
    await clock.pass(1000);
    await expect(Promise.all(waiting)).resolves.toEqual([
      'keyring timed-out',
      'keyring timed-out',
      'timed-out',
    ]);
    expect(asked).toEqual(['get']);
    expect(stuck()).toBe(1);
  });

  it('holds up nobody who quits, long before it is given up', async () => {
    const { secrets, clock, stuck } = open({ getPassword: never }, 20_000);
    void secrets.get(account).catch(() => undefined);
    await clock.pass(999);
    expect(stuck()).toBe(0);
    await clock.pass(1);
    expect(stuck()).toBe(1);
  });

  it('serves again once it has come back, and never starts what was given up', async () => {
    let comeBack: (value: null) => void = () => undefined;
    const { secrets, clock, kept, stuck } = open({
      getPassword: () => new Promise((resolve) => (comeBack = resolve)),
    });
    const asked = secrets.get(account).catch(() => 'given up');
    const late = secrets.set(account, secret).catch(() => 'given up');
    await clock.pass(1000);
    await expect(Promise.all([asked, late])).resolves.toEqual(['given up', 'given up']);
    comeBack(null);
    await clock.pass(0);
    expect(kept.size).toBe(0);
    expect(stuck()).toBe(0);
    await expect(secrets.status()).resolves.toBe('available');
  });
});

it('a member without a keyring may keep secrets for this session', async () => {
  const secrets = createSessionSecrets();
  await secrets.set(account, secret);
  await expect(secrets.get(account)).resolves.toBe(secret);
  await expect(secrets.status()).resolves.toBe('available');
  await secrets.delete(account);
  await expect(secrets.get(account)).resolves.toBeUndefined();
});
