/** Runs code in the pages of an echo test in the packaged app, and offers a local port that they must not reach. */
import type { Socket } from 'node:dgram';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import type { CallName } from '../../shared/ipc.ts';
import { eventually } from '../desktop/wait.ts';
import type { Bbb } from '../servers/bbb/index.ts';
import { startBbb } from '../servers/bbb/index.ts';
import type { FaultyServer } from '../servers/faulty/sockets.ts';
import { startFaulty } from '../servers/faulty/sockets.ts';
import type { Scene } from './scene.ts';
import { setScene } from './scene.ts';

export type Kind = 'room' | 'probe' | 'own';

export type EchoPages = Readonly<{
  bbb: Bbb;
  scene: Scene;
  /** Undefined where main refuses. */
  call: (name: CallName, payload?: unknown) => Promise<unknown>;
  /** Starts a test, and resolves when both of its pages exist. */
  begin: () => Promise<void>;
  /** Resolves when nothing of the test is running; another one cannot start before. */
  end: () => Promise<void>;
  /** Runs code in the page's own world. Throws if there is no such page. */
  inPage: (kind: Kind, code: string) => Promise<unknown>;
  stop: () => Promise<void>;
}>;

export async function setEchoPages(): Promise<EchoPages> {
  const bbb = await startBbb();
  const scene = await setScene({ args: ['--show'], echoRooms: [bbb.roomUrl] });
  const window = await scene.window();
  await window.page.getByRole('heading', { level: 1 }).waitFor();

  const call = async (name: CallName, payload?: unknown) => {
    const reply = await window.call(name, payload);
    return reply.ok ? reply.value : undefined;
  };
  const urls = async (kind: Kind) => {
    const all = await scene.app.electron.evaluate(({ webContents }) =>
      webContents.getAllWebContents().map((one) => one.getURL()),
    );
    return all.filter((url) => kindOf(url) === kind);
  };
  return {
    bbb,
    scene,
    call,
    begin: async () => {
      await call('echo.start', { instanceIds: ['calls'], withSecret: false });
      await eventually('the page that measures', async () => (await urls('probe'))[0]);
    },
    end: async () => {
      await call('echo.stop');
      await eventually('the end of the test', async () => {
        const state = (await call('echo.get')) as { run?: object };
        return state.run ? undefined : true;
      });
    },
    inPage: async (kind, code) => {
      const [url] = await urls(kind);
      return scene.app.electron.evaluate(
        ({ webContents }, [url, code]) => {
          const contents = webContents.getAllWebContents().find((one) => one.getURL() === url);
          if (!contents) throw new Error('no such page');
          return contents.executeJavaScript(code, true) as Promise<unknown>;
        },
        [url ?? '', code] as const,
      );
    },
    stop: async () => {
      await scene.stop();
      await bbb.stop();
    },
  };
}

function kindOf(url: string): Kind | undefined {
  if (url.startsWith('coop-tray://')) return 'own';
  if (!url.startsWith('http')) return undefined;
  return url.endsWith('/coop-tray-probe') ? 'probe' : 'room';
}

/** A forbidden port, for TCP and for UDP. */
export type Elsewhere = Readonly<{
  tcp: FaultyServer;
  /** Number of datagrams received. */
  heard: () => number;
  stop: () => Promise<void>;
}>;

export async function startElsewhere(): Promise<Elsewhere> {
  const tcp = await startFaulty((socket) => socket.end());
  const datagrams: Socket = createSocket('udp4');
  let heard = 0;
  datagrams.on('message', () => (heard += 1));
  datagrams.bind(tcp.port, '127.0.0.1');
  await once(datagrams, 'listening');
  return {
    tcp,
    heard: () => heard,
    stop: async () => {
      datagrams.close();
      await tcp.stop();
    },
  };
}

/** Tries STUN, TURN and candidates of both kinds at the forbidden port; also from a frame. */
export const talkToIce = (port: number) => `(async () => {
  const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  const talk = async (Peer) => {
    const turn = (more) => ({ urls: 'turn:127.0.0.1:${port}' + more, username: 'u', credential: 'c' });
    const iceServers = [{ urls: 'stun:127.0.0.1:${port}' }, turn(''), turn('?transport=tcp')];
    const [one, other] = [new Peer({ iceServers }), new Peer()];
    one.createDataChannel('x');
    await one.setLocalDescription(await one.createOffer());
    await other.setRemoteDescription(one.localDescription);
    await other.setLocalDescription(await other.createAnswer());
    await one.setRemoteDescription(other.localDescription);
    for (const end of ['udp 2130706431 127.0.0.1 ${port} typ host', 'tcp 1518280447 127.0.0.1 ${port} typ host tcptype passive']) {
      await one.addIceCandidate({ candidate: 'candidate:1 1 ' + end, sdpMid: '0' });
    }
    await wait(2000);
    one.close();
    other.close();
  };
  const frame = document.createElement('iframe');
  document.body.append(frame);
  await Promise.all([talk(RTCPeerConnection), talk(frame.contentWindow.RTCPeerConnection ?? RTCPeerConnection)]);
  return 'tried';
})()`;
