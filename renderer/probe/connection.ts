/** The media connection: one track up, the echo down. */
import type { Route } from '../../shared/echo/measurement.ts';
import type { FoundAddresses } from '../../shared/echo/media-addresses.ts';
import { checkedIceUrls, withoutForbiddenCandidates } from '../../shared/echo/media-addresses.ts';
import type { Reading } from '../../shared/echo/readings.ts';
import { readingOf, routeOf } from '../../shared/echo/readings.ts';
import { ProbeError, within } from './probe-error.ts';

export type Connection = Readonly<{
  /** The offer with the candidates gathered in time: the server accepts no later ones. */
  offer: () => Promise<string>;
  /** Resolves once media can flow, with the ms since both descriptions were set. */
  accept: (sdpAnswer: string) => Promise<number>;
  /** Resolves when an established connection is lost. */
  failed: Promise<ProbeError>;
  echo: Promise<MediaStreamTrack>;
  read: () => Promise<Reading>;
  route: () => Promise<Route | undefined>;
  close: () => void;
}>;

/** Chromium would wait ten seconds for a STUN server that does not answer. */
const gatherTimeoutMs = 3_000;
/** Blocked UDP never answers; a working connection is up within seconds. */
const connectTimeoutMs = 12_000;

export function createConnection(
  track: MediaStreamTrack,
  iceServers: readonly RTCIceServer[],
  addresses: FoundAddresses,
  signal: AbortSignal,
): Connection {
  const peer = new RTCPeerConnection({ iceServers: checkedServers(iceServers, addresses) });
  peer.addTrack(track, new MediaStream([track]));
  const echo = new Promise<MediaStreamTrack>((resolve) => {
    peer.ontrack = (event) => resolve(event.track);
  });
  const states = (wanted: readonly RTCPeerConnectionState[]) =>
    new Promise<RTCPeerConnectionState>((resolve) => {
      const check = () => {
        if (wanted.includes(peer.connectionState)) resolve(peer.connectionState);
      };
      peer.addEventListener('connectionstatechange', check);
      check();
    });
  const entries = async () => [...(await peer.getStats()).values()];

  return {
    offer: async () => {
      await peer.setLocalDescription(await peer.createOffer());
      await gathered(peer, signal);
      return peer.localDescription?.sdp ?? '';
    },
    accept: async (sdpAnswer) => {
      try {
        const sdp = withoutForbiddenCandidates(sdpAnswer);
        await peer.setRemoteDescription({ type: 'answer', sdp });
      } catch {
        throw new ProbeError('sdp-invalid');
      }
      const startedMs = performance.now();
      const state = await within(
        states(['connected', 'failed', 'closed']),
        connectTimeoutMs,
        'ice-failed',
        signal,
      );
      if (state !== 'connected') throw new ProbeError('ice-failed');
      return performance.now() - startedMs;
    },
    failed: states(['failed']).then(() => new ProbeError('ice-failed')),
    echo,
    read: async () => {
      const stats = await entries();
      return readingOf(stats, performance.timeOrigin + performance.now());
    },
    route: async () => routeKind(routeOf(await entries())?.local),
    close: () => peer.close(),
  };
}

function checkedServers(
  iceServers: readonly RTCIceServer[],
  addresses: FoundAddresses,
): RTCIceServer[] {
  return iceServers.flatMap((server) => {
    const urls = [server.urls].flat().flatMap((url) => checkedIceUrls(url, addresses));
    return urls.length === 0 ? [] : [{ ...server, urls }];
  });
}

async function gathered(peer: RTCPeerConnection, signal: AbortSignal): Promise<void> {
  const complete = new Promise<void>((resolve) => {
    const check = () => {
      if (peer.iceGatheringState === 'complete') resolve();
    };
    peer.addEventListener('icegatheringstatechange', check);
    check();
  });
  const timeout = new Promise<void>((resolve) => setTimeout(resolve, gatherTimeoutMs));
  await within(Promise.race([complete, timeout]), 2 * gatherTimeoutMs, 'internal', signal);
}

function routeKind(local: Readonly<Record<string, unknown>> | undefined): Route | undefined {
  if (local?.['candidateType'] === 'relay') return 'relay';
  return local?.['protocol'] === 'udp' || local?.['protocol'] === 'tcp'
    ? local['protocol']
    : undefined;
}
