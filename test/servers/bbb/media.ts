/** The media server and FreeSWITCH in one: takes an offer, returns the sound. ICE-lite, Opus as payload type 111. */
import { RTCPeerConnection, RTCRtpCodecParameters } from 'werift';
import type { RtpPacket } from 'werift';
import { createLoss } from './chance.ts';
import type { EchoKnobs } from './knobs.ts';
import type { EchoAddress, Line } from './relay.ts';
import { startRelay } from './relay.ts';
import { createRestamp } from './restamp.ts';

export type EchoPeer = Readonly<{
  sdpAnswer: string;
  stop: () => Promise<void>;
}>;

export type EchoPeerParts = Readonly<{
  line: Line;
  echo: () => EchoKnobs;
  /** Whether sound is returned at all. */
  isEchoing: () => boolean;
  onConnected: () => void;
  /** The first packet was returned. */
  onEcho: () => void;
}>;

const loopback = '127.0.0.1';

/** Rejects for an offer that cannot be parsed. */
export async function startEchoPeer(sdpOffer: string, parts: EchoPeerParts): Promise<EchoPeer> {
  const peer = createPeer();
  const echo = createEcho(parts);
  const transceiver = peer.addTransceiver('audio', { direction: 'sendrecv' });
  peer.onTrack.subscribe((track) =>
    track.onReceiveRtp.subscribe((packet) =>
      echo.take(packet, (echoed) => void transceiver.sender.sendRtp(echoed)),
    ),
  );
  peer.connectionStateChange.subscribe((state) => {
    if (state !== 'connected') return;
    echo.answerCall();
    parts.onConnected();
  });
  try {
    await peer.setRemoteDescription({ type: 'offer', sdp: withoutCandidates(sdpOffer) });
    const answer = await peer.createAnswer();
    await peer.setLocalDescription(answer);
    const sdp = peer.localDescription?.sdp ?? '';
    const relay = await startRelay(addressIn(sdp), parts.line);
    return {
      sdpAnswer: throughRelay(sdp, relay.port),
      stop: async () => {
        echo.hangUp();
        relay.stop();
        await peer.close();
      },
    };
  } catch (error) {
    await peer.close();
    throw error;
  }
}

function createPeer(): RTCPeerConnection {
  return new RTCPeerConnection({
    iceLite: true,
    iceUseIpv6: false,
    iceUseTcp: false,
    iceAdditionalHostAddresses: [loopback],
    iceInterfaceAddresses: { udp4: loopback },
    codecs: {
      audio: [
        new RTCRtpCodecParameters({
          mimeType: 'audio/opus',
          clockRate: 48_000,
          channels: 2,
          payloadType: 111,
          parameters: 'minptime=10;useinbandfec=1;maxaveragebitrate=30000',
        }),
      ],
    },
  });
}

/** What FreeSWITCH does with the sound: silent for the first half second, then returns it with the set delay. */
function createEcho({ echo, line, isEchoing, onEcho }: EchoPeerParts) {
  const isLost = createLoss(line.chance);
  const restamp = createRestamp(Math.floor(line.chance() * 0x8000));
  let fromMs = Infinity;
  let lastDueMs = 0;
  let heard = false;
  const giveBack = (packet: RtpPacket, send: (echoed: RtpPacket) => void) => {
    const echoed = restamp(packet);
    if (!echoed || fromMs === Infinity) return;
    if (!heard) onEcho();
    heard = true;
    send(echoed);
  };
  return {
    answerCall: () => {
      line.course.begin();
      fromMs = performance.now() + echo().pauseMs;
    },
    hangUp: () => void (fromMs = Infinity),
    take: (packet: RtpPacket, send: (echoed: RtpPacket) => void) => {
      const now = performance.now();
      const knobs = echo();
      if (now < fromMs || !isEchoing() || isLost(knobs.loss)) return;
      const stillMs = line.course.frozenMs(knobs, now);
      if (stillMs > 0 && knobs.freeze === 'drops') return;
      const takesMs =
        knobs.delayMs + line.course.grownMs(knobs.driftMs, now) + line.chance() * knobs.jitterMs;
      lastDueMs = Math.max(now + takesMs + stillMs, lastDueMs);
      if (lastDueMs <= now) return giveBack(packet, send);
      line.schedule.at(lastDueMs, () => giveBack(packet, send));
    },
  };
}

/** An ICE-lite server never sends checks, so it cannot bypass the relay. */
function withoutCandidates(sdp: string): string {
  return sdp
    .split(/\r?\n/)
    .filter((line) => !line.startsWith('a=candidate'))
    .join('\r\n');
}

const hostCandidate = /^a=candidate:\S+ 1 udp \d+ (\S+) (\d+) typ host/i;

function addressIn(sdp: string): EchoAddress {
  const line = sdp.split('\r\n').find((one) => hostCandidate.exec(one)?.[1] === loopback);
  const port = Number(hostCandidate.exec(line ?? '')?.[2]);
  if (!port) throw new Error('the peer has no address on loopback');
  return { port, password: /a=ice-pwd:(\S+)/.exec(sdp)?.[1] ?? '' };
}

/** Replaces all of the peer's candidates by the relay's address. */
function throughRelay(sdp: string, port: number): string {
  const lines = sdp.split('\r\n');
  const last = lines.findLastIndex((line) => line.startsWith('a=candidate'));
  return lines
    .map((line, at) =>
      at === last ? `a=candidate:1 1 udp 1076302079 ${loopback} ${port} typ host` : line,
    )
    .filter((line, at) => at === last || !line.startsWith('a=candidate'))
    .join('\r\n');
}
