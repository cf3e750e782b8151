/**
 * Reliability of the outbox: a real process sends feedback with pictures to a real Synapse over a bad line, and is
 * killed 200 times meanwhile. Everything it reported as taken must be in the room exactly once. COOP_TRAY_SEED repeats
 * the same faults and moments, as far as the machine's speed allows.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createChance } from '../../servers/bbb/chance.ts';
import { startSynapse } from '../../servers/synapse/index.ts';
import { member, password, staff } from '../../matrix/people.ts';
import { pause, round } from '../measure.ts';
import { countIn, messagesOf } from './count.ts';
import { startFaulty } from './faulty.ts';
import { live } from './life.ts';

const kills = 200;
const feedbacks = 50;
/** A feedback takes about a dozen: most runs end in the middle of one. */
const requestsLimit = 14;
/** Longest delay of a kill after its request started: beyond the answer. */
const waitLimitMs = 70;

export async function outbox(log: (line: string) => void) {
  const seed = Number(process.env['COOP_TRAY_SEED'] ?? Date.now() % 2 ** 31);
  const chance = createChance(seed);
  const startMs = performance.now();
  const folder = mkdtempSync(join(tmpdir(), 'coop-tray-outbox-'));
  const synapse = await startSynapse({ unlimited: true });
  const line = await startFaulty(synapse.url, chance);
  const sam = await staff(synapse, 'sam');
  await sam.createRoom({ room_alias_name: 'beta' });
  const ada = await signIn(synapse.url, line.listener.url, () => synapse.register('ada', password));
  const script = join(import.meta.dirname, 'sender.ts');
  const sender = {
    args: [script, join(folder, 'outbox'), '#beta:localhost', ada.userId],
    env: { COOP_TRAY_KEPT: ada.kept, NODE_COMPILE_CACHE: join(folder, 'compiled') },
  };

  const taken: string[] = [];
  let inFlight = 0;
  for (let life = 0; life < kills; life += 1) {
    const due = taken.length < (life * feedbacks) / kills ? 1 : 0;
    const death = line
      .next(1 + Math.floor(chance() * requestsLimit))
      .then(() => pause(chance() * waitLimitMs));
    const killing = () => (inFlight += line.open() > 0 ? 1 : 0);
    taken.push(...(await live({ ...sender, count: due, death, killing })).taken);
    if (life % 20 === 19) log(`${life + 1} kills, ${taken.length} taken`);
  }
  const last = await live({ ...sender, count: feedbacks - taken.length });
  taken.push(...last.taken);
  const roomId = await ada.roomId();
  const found = countIn(await messagesOf(sam.ask, roomId), taken);
  const figures = {
    seed,
    kills,
    kills_in_flight: inFlight,
    taken: taken.length,
    ...found,
    /** Unreadable files of the outbox; undefined if the last run did not finish. */
    unreadable: last.unreadable,
    faults: Object.fromEntries(line.counts),
    seconds: round((performance.now() - startMs) / 1000, 1),
  };
  await line.listener.stop();
  await synapse.close();
  rmSync(folder, { recursive: true, force: true });
  return figures;
}

export function isSure(figures: Awaited<ReturnType<typeof outbox>>): boolean {
  const { lost, duplicates, unreadable, sent } = figures;
  return lost === 0 && duplicates === 0 && unreadable === 0 && sent >= feedbacks;
}

/** Signs in directly; the stored session uses the bad line. */
async function signIn(url: string, through: string, register: () => Promise<string>) {
  await register();
  const ada = member();
  const { userId } = await ada.signIn({ baseUrl: url, by: { user: 'ada', password } });
  const kept = JSON.parse((await ada.secrets.get(`matrix:${userId}`)) ?? '{}') as object;
  return {
    userId,
    kept: JSON.stringify({ ...kept, baseUrl: through }),
    roomId: () => ada.enter('#beta:localhost'),
  };
}
