/** What is offered, and nothing more without the member's word. */
import { beforeEach, describe, expect, test } from 'vitest';
import { TransferError } from '../../../main/features/updates/fault.ts';
import type { Place } from '../../../shared/updates/place.ts';
import { fileOf } from '../../servers/updates/manifests.ts';
import { createWorld, offered, path } from './world.ts';

const hour = 3_600_000;
const day = 24 * hour;

let world: ReturnType<typeof createWorld>;
beforeEach(() => {
  world = createWorld();
});

describe('what is offered', () => {
  test('is told once a version, restarts included', async () => {
    world.publish();
    await world.start();
    await world.clock.pass(3 * day);
    await world.start();
    await world.clock.pass(3 * day);
    expect(world.told).toEqual(['1.1.0']);
    world.publish({ version: '1.2.0' });
    await world.clock.pass(3 * day);
    expect(world.told).toEqual(['1.1.0', '1.2.0']);
  });

  test('is told after quiet hours', async () => {
    world.publish();
    world.policy.quiet = true;
    const updates = await world.start();
    await world.clock.pass(8 * hour);
    expect([world.told, offered(updates)]).toEqual([[], '1.1.0']);
    world.policy.quiet = false;
    await world.clock.pass(hour);
    expect(world.told).toEqual(['1.1.0']);
  });

  test('is still known after a restart, until it expires', async () => {
    world.publish({ expires: '2026-11-30T00:00:00.000Z' });
    await world.start();
    await world.clock.pass(hour);
    world.fail('timeout');
    const updates = await world.start();
    expect(offered(updates)).toBe('1.1.0');
    await world.clock.pass(10 * day);
    expect(offered(updates)).toBeUndefined();
  });

  test('never goes back, not even over a restart', async () => {
    world.publish({ version: '1.2.0' });
    await (await world.start()).checkNow();
    world.publish({ version: '1.1.0' });
    const updates = await world.start();
    await updates.checkNow();
    expect(updates.state()).toMatchObject({
      problem: { code: 'older' },
      offer: { version: '1.2.0' },
    });
  });

  test('begins anew under other keys', async () => {
    world.publish({ version: '9.9.9' });
    await (await world.start()).checkNow();
    world.changeKeys();
    const updates = await world.start();
    expect(offered(updates)).toBeUndefined();
    world.publish({ version: '1.2.0' });
    await updates.checkNow();
    expect(offered(updates)).toBe('1.2.0');
  });

  test('is in the member’s language, and for this computer', async () => {
    world.publish();
    const updates = await world.start();
    await updates.checkNow();
    expect(updates.state().offer).toEqual({
      version: '1.1.0',
      issuedUtcMs: Date.UTC(2026, 10, 20, 12),
      notes: 'Les appels sont plus rapides.',
      sizeBytes: 3,
      fileName: 'coop-tray-1.1.0-x86_64.AppImage',
    });
    expect(updates.page()).toBe('https://updates.example/1.1.0');
  });

  test('without a package for this computer, only its page', async () => {
    world.publish({ files: [] });
    const updates = await world.start();
    await updates.checkNow();
    expect(updates.state().offer).not.toHaveProperty('sizeBytes');
    expect(() => updates.download()).toThrow('bad-payload');
  });

  test('for a package comes with what to type', async () => {
    const deb = fileOf(Buffer.from('deb'), {
      target: 'linux-x64-deb',
      name: 'coop-tray_1.1.0.deb',
    });
    world.publish({ files: [deb] });
    const place: Place = {
      how: 'by-hand',
      kind: 'deb',
      target: 'linux-x64-deb',
      installer: 'apt',
    };
    const updates = await world.start('1.0.0', place);
    await updates.checkNow();
    expect(updates.command()).toBe('sudo apt install ./coop-tray_1.1.0.deb');
    expect(() => updates.download()).toThrow('bad-payload');
    await updates.install();
    expect(world.done).toEqual([]);
  });

  test('nothing to open, copy or download while there is nothing', async () => {
    const updates = await world.start();
    for (const of of ['page', 'command', 'download'] as const) {
      expect(() => updates[of]()).toThrow('bad-payload');
    }
  });
});

describe('at the member’s word', () => {
  const started = async () => {
    world.publish();
    const updates = await world.start();
    await updates.checkNow();
    return updates;
  };

  test('nothing is downloaded without it, however long it takes', async () => {
    await started();
    await world.clock.pass(30 * day);
    expect(world.done).toEqual([]);
  });

  test('downloaded, then installed, then restarted', async () => {
    const updates = await started();
    await updates.download();
    expect(updates.state().transfer).toEqual({ at: 'ready' });
    expect(updates.note()).toEqual({ is: 'ready', version: '1.1.0' });
    await world.clock.pass(day);
    expect(world.done).toHaveLength(1);
    await updates.install();
    // If it cannot be started again by the app, the member does so.
    expect(updates.state().transfer).toEqual({ at: 'installed', version: '1.1.0' });
    expect(updates.note()).toBeUndefined();
    await updates.download();
    await updates.cancel();
    expect(world.done).toEqual([
      `downloaded coop-tray-1.1.0-x86_64.AppImage for ${path}`,
      `put draft in place of ${path}`,
      `restarted ${path}`,
    ]);
  });

  test('two clicks download once', async () => {
    const updates = await started();
    await Promise.all([updates.download(), updates.download()]);
    await updates.download();
    expect(world.done).toHaveLength(1);
  });

  test('what fails says why, changes nothing, and can be tried again', async () => {
    const updates = await started();
    world.transferring(() => Promise.reject(new TransferError('disk-full')));
    await updates.download();
    expect(updates.state().transfer).toMatchObject({ at: 'failed', code: 'disk-full' });
    await updates.install();
    expect(world.done).toEqual([]);
    world.transferring(async () => undefined);
    await updates.download();
    world.transferring(() => Promise.reject(Object.assign(new Error('x'), { code: 'EROFS' })));
    await updates.install();
    expect(updates.state().transfer).toMatchObject({ at: 'failed', code: 'not-writable' });
    expect(world.done).toHaveLength(1);
  });

  test('cancelled while it downloads: what arrives later is removed', async () => {
    const updates = await started();
    let arrive = () => {};
    world.transferring(() => new Promise((resolve) => (arrive = resolve)));
    const downloading = updates.download();
    expect(updates.state().transfer?.at).toBe('downloading');
    await updates.cancel();
    expect(updates.state().transfer).toBeUndefined();
    arrive();
    await downloading;
    expect(world.done.at(-1)).toBe('removed draft');
    expect(updates.state().transfer).toBeUndefined();
    await updates.install();
    expect(world.done).not.toContain(`restarted ${path}`);
  });

  test('a newer version ends the download of the one before, and is never taken for it', async () => {
    const updates = await started();
    let arrive = () => {};
    world.transferring(() => new Promise((resolve) => (arrive = resolve)));
    const downloading = updates.download();
    world.publish({ version: '1.2.0' });
    await updates.checkNow();
    arrive();
    await downloading;
    expect(world.done.at(-1)).toBe('removed draft');
    expect(updates.note()).toEqual({ is: 'offered', version: '1.2.0' });
    expect(updates.state()).not.toHaveProperty('transfer');
  });

  test('what is ready but no longer offered is removed', async () => {
    const updates = await started();
    await updates.download();
    world.publish({ version: '1.2.0' });
    await updates.checkNow();
    await world.clock.pass(1);
    expect(world.done.at(-1)).toBe('removed draft');
    expect(updates.state()).toMatchObject({ offer: { version: '1.2.0' } });
    expect(updates.state()).not.toHaveProperty('transfer');
  });

  test('what failed is not said of a newer version, but stays as long as it is offered', async () => {
    const updates = await started();
    world.transferring(() => Promise.reject(new TransferError('disk-full')));
    await updates.download();
    await updates.checkNow();
    expect(updates.state().transfer).toMatchObject({ at: 'failed', version: '1.1.0' });
    world.publish({ version: '1.2.0' });
    await updates.checkNow();
    expect(updates.state()).toMatchObject({ offer: { version: '1.2.0' } });
    expect(updates.state()).not.toHaveProperty('transfer');
  });

  test('what is installed is still that version once a newer one is offered', async () => {
    const updates = await started();
    await updates.download();
    await updates.install();
    world.publish({ version: '1.2.0' });
    await updates.checkNow();
    expect(updates.state().transfer).toEqual({ at: 'installed', version: '1.1.0' });
  });

  test('on leaving, what was not installed is removed', async () => {
    const updates = await started();
    expect(updates.leave()).toBeUndefined();
    await updates.download();
    await updates.leave();
    expect(world.done.at(-1)).toBe('removed draft');
  });
});

test('a version that is no longer supported is said, and goes on', async () => {
  world.publish({ version: '1.0.0', minSupported: '1.0.0' });
  const updates = await world.start('0.9.0');
  await updates.checkNow();
  expect(updates.note()).toEqual({ is: 'too-old' });
  expect(updates.state()).toMatchObject({ isTooOld: true, offer: { version: '1.0.0' } });
});

test('of a file that was damaged, what can be read is kept', async () => {
  world.publish({ version: '1.2.0' });
  const before = await world.start();
  before.setOn(false);
  await before.checkNow();
  world.disk.text = (world.disk.text ?? '').replace(/"sinceUtcMs":\d+/, '"sinceUtcMs":"x"');
  world.publish({ version: '1.1.0' });
  const updates = await world.start();
  await updates.checkNow();
  expect(updates.state()).toMatchObject({ isOn: false, problem: { code: 'older' } });
});

test.each(['', '{', '{"version":1}', '{"version":9}'])(
  'a file that is %j begins anew',
  async (text) => {
    world.disk.text = text;
    world.publish();
    const updates = await world.start();
    await world.clock.pass(hour);
    expect(offered(updates)).toBe('1.1.0');
  },
);
