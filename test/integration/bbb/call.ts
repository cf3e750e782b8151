/** A call with libwebrtc, Chromium's library: an independent check of the media that the stand-in returns. */
import wrtc from '@roamhq/wrtc';
import type { Guest, Signal } from './guest.ts';

const { RTCPeerConnection, MediaStream, nonstandard } = wrtc;

export type Figures = Readonly<{
  received: number;
  lostDown: number;
  /** Packets that the server reports as lost. */
  lostUp: number | undefined;
  roundTripMs: number | undefined;
  route: string | undefined;
}>;

export type Call = Readonly<{
  signal: Signal;
  /** Resolves once connected, rejects after `timeoutMs`. */
  connected: (timeoutMs: number) => Promise<void>;
  figures: () => Promise<Figures>;
  /** Sends a short burst and resolves with its delay; undefined if it does not return within two seconds. */
  shout: () => Promise<number | undefined>;
  end: () => Promise<void>;
}>;

const rate = 48_000;
const stepMs = 10;

/** Dials the echo. The guest must have arrived. */
export async function call(
  guest: Guest,
  options: Readonly<{ relayOnly?: boolean }> = {},
): Promise<Call> {
  const stuns = (await (await guest.get('/bigbluebutton/api/stuns')).json()) as {
    turnServers: { url: string; username: string; password: string }[];
  };
  const peer = new RTCPeerConnection({
    iceServers: stuns.turnServers.map(({ url, username, password }) => ({
      urls: url,
      username,
      credential: password,
    })),
    iceTransportPolicy: options.relayOnly ? 'relay' : 'all',
  });
  const voice = startVoice();
  peer.addTrack(voice.track, new MediaStream([voice.track]));
  const ear = startEar(peer);
  await peer.setLocalDescription(await peer.createOffer());
  await gathered(peer);
  const signal = await guest.signal();
  signal.send({
    id: 'start',
    type: 'audio',
    role: 'sendrecv',
    clientSessionNumber: 0,
    sdpOffer: peer.localDescription?.sdp,
    extension: 'echo',
  });
  const answer = await signal.next('startResponse');
  if (answer === 'closed') throw new Error('closed');
  await peer.setRemoteDescription({ type: 'answer', sdp: String(answer['sdpAnswer']) });
  return {
    signal,
    connected: (timeoutMs) => connected(peer, timeoutMs),
    figures: () => figures(peer),
    shout: async () => {
      const shoutedMs = voice.shout();
      const heardMs = await ear.heard(2000);
      return heardMs === undefined ? undefined : heardMs - shoutedMs;
    },
    end: async () => {
      voice.stop();
      ear.stop();
      peer.close();
      signal.send({ id: 'stop', type: 'audio' });
      await signal.close();
    },
  };
}

/** A quiet tone, and a loud one for a tenth of a second on demand. */
function startVoice() {
  const source = new nonstandard.RTCAudioSource();
  let loudSteps = 0;
  let phase = 0;
  const timer = setInterval(() => {
    const samples = new Int16Array((rate * stepMs) / 1000);
    const height = loudSteps > 0 ? 16_000 : 300;
    loudSteps -= 1;
    for (let at = 0; at < samples.length; at += 1) {
      phase += (2 * Math.PI * 700) / rate;
      samples[at] = height * Math.sin(phase);
    }
    source.onData({
      samples,
      sampleRate: rate,
      bitsPerSample: 16,
      channelCount: 1,
      numberOfFrames: samples.length,
    });
  }, stepMs);
  return {
    track: source.createTrack(),
    shout: () => {
      loudSteps = 10;
      return performance.now();
    },
    stop: () => clearInterval(timer),
  };
}

function startEar(peer: RTCPeerConnection) {
  let onLoud: (() => void) | undefined;
  let stop = () => {};
  peer.addEventListener('track', ({ track }) => {
    const sink = new nonstandard.RTCAudioSink(track);
    sink.ondata = ({ samples }: Readonly<{ samples: Int16Array }>) => {
      if (samples.some((one) => Math.abs(one) > 6000)) onLoud?.();
    };
    stop = () => sink.stop();
  });
  return {
    heard: (withinMs: number) =>
      new Promise<number | undefined>((resolve) => {
        const timer = setTimeout(() => resolve(undefined), withinMs);
        onLoud = () => {
          clearTimeout(timer);
          onLoud = undefined;
          resolve(performance.now());
        };
      }),
    stop: () => stop(),
  };
}

function gathered(peer: RTCPeerConnection): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (peer.iceGatheringState === 'complete') resolve();
    };
    peer.addEventListener('icegatheringstatechange', look);
    look();
  });
}

function connected(peer: RTCPeerConnection, timeoutMs: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(peer.connectionState)), timeoutMs);
    const look = () => {
      if (peer.connectionState !== 'connected') return;
      clearTimeout(timer);
      resolve();
    };
    peer.addEventListener('connectionstatechange', look);
    look();
  });
}

type Row = Readonly<Record<string, unknown>>;

async function figures(peer: RTCPeerConnection): Promise<Figures> {
  const report = await peer.getStats();
  const rows: Row[] = [];
  report.forEach((row: Row) => rows.push(row));
  const of = (type: string) => rows.find((row) => row['type'] === type);
  const number = (row: Row | undefined, name: string) =>
    typeof row?.[name] === 'number' ? row[name] : undefined;
  const pairId = of('transport')?.['selectedCandidatePairId'];
  const pair = rows.find((row) => row['id'] === pairId);
  const local = rows.find((row) => row['id'] === pair?.['localCandidateId']);
  const seconds = number(of('remote-inbound-rtp'), 'roundTripTime');
  return {
    received: number(of('inbound-rtp'), 'packetsReceived') ?? 0,
    lostDown: number(of('inbound-rtp'), 'packetsLost') ?? 0,
    lostUp: number(of('remote-inbound-rtp'), 'packetsLost'),
    roundTripMs: seconds === undefined ? undefined : seconds * 1000,
    route: local === undefined ? undefined : String(local['candidateType']),
  };
}
