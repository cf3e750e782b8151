import { expect, test } from 'vitest';
import type { BackupSource } from '../../../shared/coop/backups.ts';
import { hourMs, nowhere, planOf, start, typeSecret } from './stage.ts';

test('a secret comes from the keyring once, and goes to its own source', async () => {
  const { backups, clock, world } = start();
  backups.setPlan(planOf({ auth: 'bearer' }, {}), []);
  expect(await typeSecret(backups, 's0', 'token')).toBeUndefined();
  await clock.pass(0);
  expect(world.asked).toContainEqual(['s0', 'token']);
  expect(world.asked).toContainEqual(['s1', undefined]);
  expect([...(world.keyring?.keys() ?? [])]).toEqual(['backups s0 https://backups.example']);
  expect(world.text).not.toContain('token');
  await typeSecret(backups, 's0', '');
  expect(world.keyring?.size).toBe(0);
});

const asked = { kind: 'healthchecks', auth: 'bearer' } as const;
test.each<[string, Partial<BackupSource>]>([
  ['path', { url: 'https://backups.example/other/s0.json' }],
  ['query', { url: 'https://backups.example/s0.json?to=elsewhere' }],
  ['kind', { kind: 'backrest' }],
  ['header', { auth: 'api-key' }],
  ['name and password in one header', { auth: 'basic' }],
])('a secret is not sent once the document changes its %s', async (_what, change) => {
  const { backups, clock, world } = start();
  backups.setPlan(planOf(asked), []);
  await typeSecret(backups, 's0', 'token');
  await clock.pass(0);
  expect(world.asked.at(-1)).toEqual(['s0', 'token']);
  const entries = new Map(world.keyring);
  world.asked.length = 0;
  backups.setPlan(planOf({ ...asked, ...change }), []);
  await clock.pass(hourMs);
  expect(world.asked).toEqual([]);
  expect(backups.state().sources).toMatchObject([
    { problem: { code: 'secret-moved' }, needsSecret: true },
  ]);
  // It stays for the document that required it, and the member can enter it for the new one.
  expect(world.keyring).toEqual(entries);
  backups.setPlan(planOf(asked), []);
  await clock.pass(0);
  expect(world.asked.at(-1)).toEqual(['s0', 'token']);
  backups.setPlan(planOf({ ...asked, ...change }), []);
  await typeSecret(backups, 's0', 'another');
  await clock.pass(0);
  expect(world.asked.at(-1)).toEqual(['s0', 'another']);
});

test('what is shown beside the field is where the secret goes', () => {
  const { backups } = start();
  const workflow = 'https://github.com/coop/site/actions/workflows/b.yml';
  backups.setPlan(
    planOf(
      { ...asked, url: 'https://b\u0430ckups.example/' },
      { kind: 'github-workflow', url: workflow, auth: 'bearer' },
      {},
    ),
    [],
  );
  expect(backups.state().sources.map(({ way }) => way?.address)).toEqual([
    'https://xn--bckups-3nf.example/api/v3/checks/',
    'https://api.github.com/repos/coop/site/actions/workflows/b.yml/runs?per_page=100&exclude_pull_requests=true',
    undefined,
  ]);
});

test.each<[string, Partial<BackupSource>]>([
  ['server', { url: 'https://elsewhere.example/s0.json' }],
  ['port', { url: 'https://backups.example:8443/s0.json' }],
  ['path', { url: 'https://backups.example/other/s0.json' }],
  ['name by one letter', { url: 'https://b\u0430ckups.example/s0.json' }],
  ['kind', { kind: 'backrest' }],
  ['header', { auth: 'basic' }],
])(
  'what is typed while the document changes the %s is not kept and goes nowhere',
  async (_what, change) => {
    const { backups, clock, world } = start();
    backups.setPlan(planOf(asked), []);
    const shown = backups.state().sources[0]?.way ?? nowhere;
    backups.setPlan(planOf({ ...asked, ...change }), []);
    expect(await backups.setSecret('s0', 'token', shown)).toBe('moved');
    expect(await backups.setSecret('s0', 'token', nowhere)).toBe('moved');
    await clock.pass(hourMs);
    expect(world.asked.filter(([, secret]) => secret !== undefined)).toEqual([]);
    expect(world.keyring?.size).toBe(0);
  },
);

test.each([
  ['of another source at the same place', { id: 's9' }],
  ['of another place', { url: 'https://other.example/s0.json' }],
])('a secret is not sent to one %s', async (_what, change) => {
  const { backups, clock, world } = start();
  backups.setPlan(planOf(asked), []);
  await typeSecret(backups, 's0', 'token');
  backups.setPlan(planOf({ ...asked, ...change }), []);
  await clock.pass(hourMs);
  expect(world.asked.slice(1).every(([, secret]) => secret === undefined)).toBe(true);
});

test('a name or a rhythm that is another one costs no secret', async () => {
  const { backups, clock, world } = start();
  backups.setPlan(planOf(asked), []);
  await typeSecret(backups, 's0', 'token');
  backups.setPlan(planOf({ ...asked, name: 'Renamed', intervalS: 600 }), []);
  await clock.pass(0);
  expect(world.asked.at(-1)).toEqual(['s0', 'token']);
});

test('a secret of before it was bound to anything is typed again, and not lost', async () => {
  const { backups, clock, world } = start();
  const name = 'backups s0 https://backups.example';
  world.keyring = new Map([[name, 'token']]);
  backups.setPlan(planOf(asked), []);
  await clock.pass(0);
  expect([world.asked, world.keyring.get(name)]).toEqual([[], 'token']);
  expect(backups.state().sources[0]?.problem?.code).toBe('secret-moved');
});

test('a keyring that is locked is asked once, and again when the member asks', async () => {
  const { backups, clock, world } = start();
  world.keyring = undefined;
  backups.setPlan(planOf({ auth: 'bearer', intervalS: 600 }), []);
  await clock.pass(hourMs);
  expect(world.asked.every(([, secret]) => secret === undefined)).toBe(true);
  expect(await typeSecret(backups, 's0', 'token')).toBe('keyring-locked');
  expect(await typeSecret(backups, 'nobody', 'token')).toBe('not-found');
  const kept = start();
  kept.backups.setPlan(planOf({ auth: 'bearer' }), []);
  await typeSecret(kept.backups, 's0', 'token');
  world.keyring = kept.world.keyring;
  await clock.pass(hourMs);
  expect(world.asked.at(-1)).toEqual(['s0', undefined]);
  backups.readNow();
  await clock.pass(0);
  expect(world.asked.at(-1)).toEqual(['s0', 'token']);
});
