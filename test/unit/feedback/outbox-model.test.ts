/** Whatever happens between two writes, everything taken arrives once, in order. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fakeClock } from '../clock.ts';
import type { Fault, World } from './outbox-world.ts';
import { createWorld, message } from './outbox-world.ts';

const bound = { via: 'matrix', place: 'room' };

const fault = fc.constantFrom<Fault>('none', 'none', 'answer-lost', 'busy', 'offline');
const life = fc.record({
  /** Parts of each item that the member sends in this run, and which of two rooms they go to. */
  items: fc.array(
    fc.record({ parts: fc.integer({ min: 1, max: 3 }), room: fc.constantFrom('a', 'b') }),
    {
      maxLength: 4,
    },
  ),
  faults: fc.array(fault, { maxLength: 6 }),
  writes: fc.nat(24),
  lands: fc.boolean(),
});
type Life = typeof life extends fc.Arbitrary<infer T> ? T : never;

/** What was confirmed to the member as taken, by the text of its first part. */
type Taken = { text: string; room: string; parts: number }[];

async function lead(world: World, { items, faults, writes, lands }: Life, taken: Taken) {
  const { outbox } = world.live(writes, lands);
  world.faults.splice(0, Infinity, ...faults);
  await outbox.restore();
  const sending = (async () => {
    for (const { parts, room } of items) {
      const id = world.newId();
      const contents = Array.from({ length: parts }, (_, at) => message(`${id}/${at}`));
      await outbox.saveDraft(id, 'draft', []);
      const answer = await outbox.enter(id, { destination: room, bound, contents });
      if (answer === 'taken') taken.push({ text: id, room, parts });
    }
  })();
  await Promise.race([sending, passSeconds(world, 20)]);
  await passSeconds(world, 20);
  outbox.dispose();
}

/** In steps: the effects of a timer need more turns than a single call of the clock waits for. */
async function passSeconds({ clock }: World, seconds: number) {
  for (let second = 0; second < seconds; second += 1) await clock.pass(1000);
}

async function finish(world: World) {
  world.faults.length = 0;
  const { outbox } = world.live();
  await outbox.restore();
  for (let minute = 0; minute < 60; minute += 1) await world.clock.pass(60_000);
  const phases = outbox.items().map(({ phase }) => phase.at);
  outbox.dispose();
  return phases;
}

test('nothing is lost, nothing is made twice, and the order holds', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(life, { minLength: 1, maxLength: 5 }), async (lives) => {
      const world = createWorld(fakeClock());
      const taken: Taken = [];
      for (const one of lives) await lead(world, one, taken);
      const phases = await finish(world);
      expect(phases.filter((at) => at !== 'sent' && at !== 'draft')).toEqual([]);
      const made = [...world.made.values()];
      const texts = made.map(({ content }) => content);
      expect(new Set(texts).size).toBe(texts.length);
      for (const { text, parts } of taken) {
        const wanted = Array.from({ length: parts }, (_, at) => `${text}/${at}`);
        expect(texts.filter((one) => one.startsWith(`${text}/`))).toEqual(wanted);
      }
      for (const room of ['a', 'b']) {
        const sent = made.filter(({ to }) => to === room).map(({ content }) => content);
        const wanted = taken.filter((one) => one.room === room).map(({ text }) => `${text}/0`);
        expect(sent.filter((one) => wanted.includes(one))).toEqual(wanted);
      }
    }),
    { numRuns: 300, seed: 20_261_124 },
  );
});
