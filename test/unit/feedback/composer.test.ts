/** From a draft to the server: what arrives is what was shown, and nothing else is sent. */
import { beforeEach, describe, expect, test } from 'vitest';
import {
  ackDestination,
  ackDestinationName,
} from '../../../main/features/feedback/ack-destination.ts';
import type { DestinationPlan } from '../../../shared/coop/feedback.ts';
import { faultOf, pictureLimitPx } from '../../../shared/feedback/picture.ts';
import { attached, draft, look, plan, stage } from './composer-stage.ts';
import { chunk, png } from './png.ts';

let on: ReturnType<typeof stage>;
beforeEach(() => {
  on = stage();
});

describe('what is sent', () => {
  test('is what was shown, byte for byte, with its picture and its file', async () => {
    const picture = await attached(on.feedback);
    const shown = await look(on.feedback, 'a', { ...draft, picture });
    expect(await on.feedback.send('a', shown.digest)).toBe('taken');
    await on.sent();
    expect(on.got.map(({ kind, content }) => ({ kind, content }))).toEqual(
      shown.parts.map(({ kind, content }) => ({ kind, content })),
    );
    expect(on.got.map(({ kind }) => kind)).toEqual(['message', 'image', 'file']);
    expect(on.got[1]?.attachment?.bytes).toEqual(png());
    const file = shown.parts[2]?.file;
    const bytes = on.got[2]?.attachment?.bytes;
    expect(new TextDecoder().decode(bytes)).toBe(file?.text);
    expect(bytes?.length).toBe(file?.sizeBytes);
    expect(JSON.stringify(on.got)).not.toMatch(/ana|bob@/);
  });

  test('says what was taken out, and where', async () => {
    const shown = await look(on.feedback, 'a', draft);
    expect(shown.redactions).toEqual([
      { kind: 'email', count: 2 },
      { kind: 'home', count: 1 },
    ]);
    const [message] = shown.parts;
    const marked = message?.marks.map(({ start, end }) => message.shown.slice(start, end));
    expect(marked).toEqual(['[e-mail]', '[name]']);
  });

  test('says who can read it: the internet, whatever the co-op calls it', async () => {
    const here = await look(on.feedback, 'a', draft);
    const there = await look(on.feedback, 'a', { ...draft, destinationId: 'repo' });
    expect(here.destination.readers).toBe('members');
    expect(there.destination.readers).toBe('everyone on the internet');
    const others = { ...plan.destinations[1], public: false } as DestinationPlan;
    on.feedback.setPlan({ ...plan, destinations: [others] }, undefined);
    on.world.facts = { public: 'yes' };
    const really = await look(on.feedback, 'a', { ...draft, destinationId: 'repo' });
    expect(really.destination.readers).toBe('everyone on the internet');
  });

  test('on GitHub is one issue, without the picture, and says so', async () => {
    const picture = await attached(on.feedback);
    const it = { ...draft, picture, destinationId: 'repo' };
    const shown = await look(on.feedback, 'a', it);
    expect([shown.parts.length, shown.leavesOutPicture]).toEqual([1, true]);
    expect(JSON.parse(shown.parts[0]?.content ?? '')).toMatchObject({ labels: ['feedback'] });
    expect(shown.parts[0]?.shown).toContain('up since then');
    expect(on.feedback.openForm('a', shown.digest)).toBe('opened');
    expect(on.opened[0]).toMatch(/^https:\/\/github\.com\/coop\/site\/issues\/new\?title=/);
  });
});

describe('the log', () => {
  const withLog = { ...draft, withLog: true };

  test('is a file of its own, as it was when it was first looked at', async () => {
    const shown = await look(on.feedback, 'a', withLog);
    const first = on.world.log;
    on.world.log = `${first}2026-11-24T10:01:00.000Z info awake\n`;
    expect((await look(on.feedback, 'a', withLog)).digest).toBe(shown.digest);
    expect(await on.feedback.send('a', shown.digest)).toBe('taken');
    await on.sent();
    expect(on.got.map(({ attachment }) => attachment?.name)).toEqual([
      undefined,
      'coop-tray.txt',
      'coop-tray-log.txt',
    ]);
    expect(new TextDecoder().decode(on.got[2]?.attachment?.bytes)).toBe(first);
  });

  test('is read anew where the member wants it again', async () => {
    await look(on.feedback, 'a', withLog);
    on.world.log = 'later\n';
    await look(on.feedback, 'a', draft);
    const shown = await look(on.feedback, 'a', withLog);
    expect(shown.parts.at(-1)?.file?.text).toBe('later\n');
  });

  test('is below the text of an issue, fenced', async () => {
    const it = { ...withLog, withDiagnostics: false, destinationId: 'repo' };
    const shown = await look(on.feedback, 'a', it);
    expect(shown.parts).toHaveLength(1);
    expect(shown.parts[0]?.shown).toContain(`\`\`\`\n${on.world.log}\n\`\`\``);
  });

  test.each([
    ['nobody asked for it', draft, 'a line'],
    ['it is empty', withLog, ''],
  ])('is nowhere if %s', async (_what, it, log) => {
    on.world.log = log;
    const shown = await look(on.feedback, 'a', it);
    expect(shown.parts.map(({ file }) => file?.name)).toEqual([undefined, 'coop-tray.txt']);
  });
});

describe('nothing is sent', () => {
  const cases: readonly (readonly [string, (it: typeof on) => unknown])[] = [
    ['that was changed since', ({ feedback }) => feedback.saveDraft('a', { ...draft, text: 'x' })],
    ['when other people may read there now', ({ feedback }) => feedback.setPlan(plan, undefined)],
    ['in another name', ({ world }) => (world.identity = { member: '@sam:coop' })],
    [
      'when another look came between',
      ({ feedback }) => feedback.preview('a', { ...draft, text: 'another' }),
    ],
  ];
  test.each(cases)('%s', async (_what, change) => {
    const { digest } = await look(on.feedback, 'a', draft);
    await change(on);
    expect(await on.feedback.send('a', digest)).toBe('look-again');
    await on.sent();
    expect(on.got).toEqual([]);
  });

  test.each([
    ['text', { ...draft, text: '  ' }],
    ['about', { kind: 'idea', text: 'x', withDiagnostics: false }],
  ] as const)('without its %s', async (missing, it) => {
    expect(await on.feedback.preview('a', it)).toEqual({ missing });
  });

  test('over another server than was shown, but by who has signed in since', async () => {
    on.world.identity = { server: 'https://a.example' };
    const { digest } = await look(on.feedback, 'a', draft);
    on.world.identity = { server: 'https://b.example' };
    expect(await on.feedback.send('a', digest)).toBe('look-again');
    on.world.identity = { server: 'https://a.example', member: '@ada:coop' };
    expect(await on.feedback.send('a', digest)).toBe('taken');
    expect(on.disk.get('a')?.bound).toMatchObject({
      member: '@ada:coop',
      place: '#beta:a.example',
    });
  });

  test('when the disk takes nothing; the draft stays', async () => {
    const { digest } = await look(on.feedback, 'a', draft);
    on.world.isFull = true;
    expect(await on.feedback.send('a', digest)).toBe('unwritable');
    expect(on.feedback.state().items[0]).toMatchObject({ id: 'a', phase: { at: 'draft' } });
    on.world.isFull = false;
    expect(await on.feedback.send('a', digest)).toBe('taken');
  });
});

test('what could not be sent becomes a draft for another place, its picture with it', async () => {
  const picture = await attached(on.feedback);
  const { digest } = await look(on.feedback, 'a', { ...draft, picture });
  on.world.up = false;
  await on.feedback.send('a', digest);
  await on.sent();
  expect(on.feedback.state().items[0]?.phase).toMatchObject({ at: 'failed' });
  const next = await on.feedback.redirect('a', 'repo');
  const items = on.feedback.state().items;
  expect(items.map(({ id, phase, destination }) => [id, phase.at, destination?.id])).toEqual([
    [next, 'draft', 'repo'],
  ]);
  expect(await on.feedback.picture(picture.id)).toEqual(png());
});

describe('an acknowledgement', () => {
  const content = JSON.stringify({ msgtype: 'm.text', body: 'Seen: Pads. Disk' });
  const room = '#servers:coop';
  const seen = ackDestination({ room: room, name: room });
  const destination = ackDestinationName(room);
  const post = () =>
    on.feedback.post('Seen: Pads. Disk', content, { id: 'ack', destination, bound });
  const bound = { via: 'matrix', place: room, member: '@ada:coop' };

  test('goes to its own room, which takes no feedback, in one member’s name', async () => {
    on.feedback.setPlan(plan, seen);
    expect(await post()).toBe('taken');
    await on.sent();
    expect(on.got).toMatchObject([{ to: destination, kind: 'message', content }]);
    const { items, destinations } = on.feedback.state();
    expect(items[0]).toMatchObject({ title: 'Seen: Pads. Disk', destination: { name: room } });
    expect(destinations.map(({ id }) => id)).toEqual(['room', 'repo']);
    expect(await on.feedback.unsend('ack')).toBe(false);
    expect(on.feedback.state().items).toHaveLength(1);
  });

  test('that the disk does not take leaves no draft behind', async () => {
    on.world.isFull = true;
    expect(await post()).toBe('unwritable');
    expect(on.feedback.state().items).toEqual([]);
  });
});

test('what was sent opens in the browser by its item, and only there', async () => {
  const { digest } = await look(on.feedback, 'a', draft);
  on.feedback.openSent('a');
  await on.feedback.send('a', digest);
  await on.sent();
  on.feedback.openSent('a');
  expect(on.opened).toEqual(['https://a.example/1']);
  expect(on.feedback.state().items[0]?.title).toBe('I am ana@a.example and /home/ana/x is gone.');
});

test('no file is read that no item names and nobody has just kept', async () => {
  const { digest } = await look(on.feedback, 'a', draft);
  await on.feedback.send('a', digest);
  await on.sent();
  expect(await on.feedback.picture('id-99')).toBeUndefined();
  expect(await on.feedback.picture((await attached(on.feedback)).id)).toEqual(png());
});

describe('a picture', () => {
  const words = chunk('tEXt', Buffer.from('Author\0Ana'));
  test.each([
    ['is a plain PNG', png(), undefined],
    ['with words in it is none', png(2, 1, [words]), 'not-a-picture'],
    ['with a camera’s notes is none', png(2, 1, [chunk('eXIf', words)]), 'not-a-picture'],
    ['with more behind its end is none', Uint8Array.from([...png(), 1]), 'not-a-picture'],
    ['cut short is none', png().slice(0, -3), 'not-a-picture'],
    ['of no width is none', png(0), 'not-a-picture'],
    ['of another kind is none', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]), 'not-a-picture'],
    ['can be too wide', png(pictureLimitPx + 1), 'too-large'],
    ['can be too large', new Uint8Array(11 * 1024 * 1024), 'too-large'],
  ])('%s', (_what, bytes, fault) => {
    expect(faultOf(bytes)).toBe(fault);
  });
});
