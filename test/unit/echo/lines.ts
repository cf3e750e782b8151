/** Simulated calls: packets, reports, buffers and chirps over a line and a server with given flaws. Repeatable by seed. */
import type { Run } from '../../../shared/echo/figures.ts';
import type { Reading } from '../../../shared/echo/readings.ts';
import { createBurstLoss, createChance } from '../../servers/bbb/chance.ts';

export type SimulatedLine = Readonly<{
  roundTripMs: number;
  /** Extra delay per packet and direction, from 0 to this. */
  jitterMs: number;
  lossUp: number;
  lossDown: number;
  /** Mean number of packets lost in a row. */
  burst: number;
  serverMs: number;
  serverJitterMs: number;
  /** Share of the sound that the server loses. */
  serverLoss: number;
  /** What the server takes longer at the end of the test than at its start. */
  serverDriftMs: number;
  /** A standstill of the server, once. */
  freezeAtS: number;
  freezeMs: number;
  /** How often the server reports. */
  reportS: number;
}>;

export const flawless: SimulatedLine = {
  roundTripMs: 20,
  jitterMs: 4,
  lossUp: 0,
  lossDown: 0,
  burst: 1,
  serverMs: 0,
  serverJitterMs: 0,
  serverLoss: 0,
  serverDriftMs: 0,
  freezeAtS: 10,
  freezeMs: 0,
  reportS: 1,
};

export const fullS = 20;
const packetMs = 20;
/** The connection is up before the first chirp. */
const leadMs = 2000;
const pathMs = 27;
/** From the sound of a chirp to its detection. */
const detectedMs = 500;
const lostAfterMs = 2000;

type Packet = Readonly<{ sentMs: number; isLost: boolean; onTheWayMs: number; bufferMs: number }>;

/** What the app would know `doneS` after the first chirp; the start of the test is 0 ms UTC. */
export function simulate(line: SimulatedLine, seed: number): (doneS: number) => Run {
  const chance = createChance(seed);
  const isLostUp = lossOf(line.lossUp, line.burst, chance);
  const isLostDown = lossOf(line.lossDown, line.burst, chance);
  const isLostThere = lossOf(line.serverLoss, 1, chance);
  const delayMs = () => line.roundTripMs / 2 + chance() * line.jitterMs;
  const packets: Packet[] = [];
  const readings: Reading[] = [];
  const trips: { atUtcMs: number; ms: number }[] = [];
  let sent = 0;
  let report: Reading['report'];
  let nextReportMs = -leadMs + line.reportS * 1000;
  let nextCheckMs = -leadMs + 300;
  let answered = 0;
  let tookMs = 0;
  let gotUp = { before: NaN, jitterMs: 0, lost: 0 };
  let gotDown = { before: NaN, jitterMs: 0, lost: 0, packets: 0 };
  let buffer = { ms: 30, samples: 0, totalMs: 0 };
  let sound = { samples: 0, concealed: 0, events: 0 };
  let wasMissing = false;

  for (let nowMs = -leadMs; nowMs < fullS * 1000; nowMs += packetMs) {
    sent += 1;
    const upMs = delayMs();
    const lostUp = isLostUp();
    if (lostUp) gotUp.lost += 1;
    else gotUp = { ...gotUp, ...jitterAfter(gotUp, upMs) };
    const grownMs = line.serverDriftMs * Math.max(0, nowMs / (fullS * 1000));
    const thereMs = line.serverMs + grownMs + chance() * line.serverJitterMs;
    const isFrozen =
      nowMs >= line.freezeAtS * 1000 && nowMs < line.freezeAtS * 1000 + line.freezeMs;
    const isBack = !lostUp && !isLostThere() && !isFrozen;
    const downMs = delayMs();
    // A server numbers what it returns anew, so its own losses are no losses of packets.
    const lostDown = isBack && isLostDown();
    if (lostDown) gotDown.lost += 1;
    if (isBack && !lostDown) {
      gotDown = { ...gotDown, ...jitterAfter(gotDown, thereMs - line.serverMs + downMs) };
      gotDown.packets += 1;
    }
    const isLate = downMs - line.roundTripMs / 2 > buffer.ms;
    const isMissing = !isBack || lostDown || isLate;
    buffer.ms += 0.02 * (20 + 3 * gotDown.jitterMs - buffer.ms);
    const heldMs = Math.max(0, buffer.ms - (downMs - line.roundTripMs / 2));
    if (!isMissing) {
      buffer = { ...buffer, samples: buffer.samples + 960, totalMs: buffer.totalMs + 960 * heldMs };
    }
    sound = {
      samples: sound.samples + 960,
      concealed: sound.concealed + (isMissing ? 960 : 0),
      events: sound.events + (isMissing && !wasMissing ? 1 : 0),
    };
    wasMissing = isMissing;
    packets.push({
      sentMs: nowMs,
      isLost: isMissing,
      onTheWayMs: upMs + thereMs + downMs + pathMs,
      bufferMs: heldMs,
    });
    if (nowMs >= nextCheckMs) {
      answered += 1;
      tookMs += delayMs() + delayMs();
      nextCheckMs += 2500;
    }
    if (nowMs >= nextReportMs) {
      report = {
        atUtcMs: nowMs,
        lost: gotUp.lost,
        jitterMs: gotUp.jitterMs,
        roundTripMs: delayMs() + delayMs(),
      };
      nextReportMs += line.reportS * (500 + 1000 * chance());
    }
    if (nowMs % 400 === 0) trips.push({ atUtcMs: nowMs, ms: delayMs() + delayMs() });
    if (nowMs % 250 >= packetMs) continue;
    readings.push({
      atUtcMs: nowMs,
      checks: { answered, totalMs: tookMs },
      sent,
      ...(report ? { report } : {}),
      received: { packets: gotDown.packets, lost: gotDown.lost, jitterMs: gotDown.jitterMs },
      buffer: { samples: buffer.samples, totalMs: buffer.totalMs },
      sound,
    });
  }

  const chirps = Array.from({ length: fullS }, (_, number) => {
    const of = packets.filter(
      ({ sentMs }) => sentMs >= number * 1000 && sentMs < number * 1000 + 100,
    );
    const first = of[0];
    const isHeard = of.filter(({ isLost }) => isLost).length < 3;
    const echoMs = (first?.onTheWayMs ?? 0) + (first?.bufferMs ?? 0);
    return { number, isHeard, echoMs, heardUtcMs: number * 1000 + echoMs + 50 };
  });
  return (doneS) => {
    const untilMs = doneS * 1000;
    const heard = chirps.filter((one) => one.isHeard && one.heardUtcMs + detectedMs <= untilMs);
    const lost = chirps.filter((one) => !one.isHeard && one.number * 1000 + lostAfterMs <= untilMs);
    return {
      readings: readings.filter(({ atUtcMs }) => atUtcMs <= untilMs),
      startUtcMs: 0,
      sent: heard.length + lost.length,
      heard,
      pings: trips.filter(({ atUtcMs, ms }) => atUtcMs + ms <= untilMs),
    };
  };
}

/** At the end of the whole test, which waits for the last chirps. */
export const atTheEndS = fullS + 3;

function lossOf(rate: number, burst: number, chance: () => number): () => boolean {
  if (burst <= 1) return () => chance() < rate;
  const isLost = createBurstLoss(chance);
  return () => isLost(rate, burst);
}

/** As in RFC 3550. */
function jitterAfter(got: Readonly<{ before: number; jitterMs: number }>, delayMs: number) {
  const change = Number.isNaN(got.before) ? 0 : Math.abs(delayMs - got.before);
  return { before: delayMs, jitterMs: got.jitterMs + (change - got.jitterMs) / 16 };
}

/** Lines of all kinds: most are good in most ways, and few are bad in more than two. */
export function anyLine(seed: number): SimulatedLine {
  const chance = createChance(seed * 7919 + 1);
  const between = (low: number, high: number) => low + chance() * (high - low);
  const mostly = (usual: number, low: number, high: number, share: number) =>
    chance() < share ? usual : between(low, high);
  return {
    roundTripMs: Math.exp(between(Math.log(5), Math.log(500))),
    jitterMs: mostly(between(1, 15), 15, 80, 0.7),
    lossUp: mostly(0, 0, 0.1, 0.6),
    lossDown: mostly(0, 0, 0.1, 0.6),
    burst: mostly(1, 2, 8, 0.75),
    serverMs: mostly(between(0, 40), 40, 500, 0.6),
    serverJitterMs: mostly(0, 5, 300, 0.9),
    serverLoss: mostly(0, 0, 0.2, 0.85),
    serverDriftMs: mostly(0, 0, 400, 0.9),
    freezeAtS: between(0, fullS),
    freezeMs: mostly(0, 100, 3000, 0.97),
    reportS: mostly(1, 1, 5, 0.5),
  };
}
