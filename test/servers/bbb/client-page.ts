/**
 * The client's page, as far as it matters to a guest's window: it joins over a data connection after a while, which
 * tells it from a page that only looks like it. Misbehaves on command.
 */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { Reply } from '../http.ts';
import type { Mischief, PageKnobs } from './knobs.ts';
import type { World } from './world.ts';
import { textOf, userOf } from './world.ts';

/** Path of the data connection (since 3.0). */
export const dataPath = '/graphql';

/** Where a cluster has the page of its first server. */
export const sharedClientPath = '/bbb-01/html5client/';

/** `base` is the server that the page connects to. */
export function clientPage(
  { joinDelayMs, mischief, mischiefAfterMs }: PageKnobs,
  base: string,
): Reply {
  return {
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>BigBlueButton - Echo test</title></head>
<body><div id="app" role="document"><h1>Echo test</h1><p id="state">Joining…</p></div>
<script>
const token = new URLSearchParams(location.search).get('sessionToken');
const say = (text) => { document.getElementById('state').textContent = text; };
setTimeout(() => {
  const data = new WebSocket('${base.replace('http', 'ws')}${dataPath}?sessionToken=' + token, 'graphql-transport-ws');
  data.onopen = () => data.send(JSON.stringify({ type: 'connection_init' }));
  data.onmessage = ({ data: text }) => {
    const message = JSON.parse(text);
    if (message.type === 'connection_ack') data.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query: 'mutation { userJoinMeeting }' } }));
    if (message.type === 'ping') data.send(JSON.stringify({ type: 'pong' }));
    if (message.type === 'next') {
      say('Joined');
      setTimeout(() => { ${mischief ? tricks[mischief] : ''} }, ${mischiefAfterMs});
    }
  };
  data.onclose = () => say('Left');
}, ${joinDelayMs});
</script></body></html>`,
  };
}

/** Each reports its result in the page's title, for tests to read. */
const tricks: Readonly<Record<Mischief, string>> = {
  popup: `document.title = 'popup ' + (open('about:blank') === null ? 'refused' : 'opened');`,
  download: `const a = document.createElement('a'); a.href = '/download'; a.download = 'x.bin'; document.body.append(a); a.click(); setTimeout(() => { document.title = 'download tried'; }, 300);`,
  microphone: `navigator.mediaDevices.getUserMedia({ audio: true }).then(() => { document.title = 'microphone granted'; fetch('/granted/microphone'); }, () => { document.title = 'microphone refused'; });`,
  navigate: `location.href = 'https://elsewhere.invalid/';`,
  preload: `const reached = [typeof window.coopTray, typeof require, typeof process].some((kind) => kind !== 'undefined'); document.title = 'preload ' + (reached ? 'reached' : 'not there'); if (reached) fetch('/granted/preload');`,
  leave: `location.href = '/';`,
  crash: `for (const hold = []; ; ) hold.push(new Array(1e6).fill(Math.random()));`,
};

export type DataPlane = Readonly<{
  upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  /** Closes the connections of users who are no longer in a room. */
  sweep: () => void;
  stop: () => void;
}>;

/** A connection with cookie and token joins on request, and leaves when it closes. */
export function createDataPlane(world: World): DataPlane {
  const { clerk, rooms } = world;
  const server = new WebSocketServer({ noServer: true, maxPayload: 51_200 });
  const connections = new Map<object, () => void>();
  return {
    upgrade: (request, socket, head) => {
      const user = userOf(request, world);
      if (!user || user.guestStatus !== 'ALLOW') {
        return void socket.end('HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n');
      }
      server.handleUpgrade(request, socket, head, (connection) => {
        const say = (message: object) => connection.send(JSON.stringify(message));
        connections.set(connection, () => {
          if (!rooms.users().includes(user)) connection.close(4403);
        });
        connection.on('error', () => connection.terminate());
        connection.on('message', (data) => {
          const text = textOf(data);
          if (text.includes('connection_init')) say({ type: 'connection_ack' });
          if (!text.includes('userJoinMeeting') || user.joined) return;
          user.joined = true;
          clerk.note('joined');
          const audioBridge = user.meeting.livekit ? 'livekit' : 'bbb-webrtc-sfu';
          say({ id: '1', type: 'next', payload: { data: { meeting: [{ audioBridge }] } } });
        });
        connection.on('close', () => {
          connections.delete(connection);
          clerk.note('left');
          rooms.leave(user);
        });
      });
    },
    sweep: () => {
      for (const look of connections.values()) look();
    },
    stop: () => {
      for (const client of server.clients) client.terminate();
    },
  };
}
