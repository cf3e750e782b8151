/** A guest without a browser: joins the room as a browser does, over fetch and WebSocket. */
import { once } from 'node:events';
import { WebSocket } from 'ws';

/** What a guest needs to know about a server; nothing specific to the stand-in. */
export type Place = Readonly<{ url: string; roomUrl: string }>;

export type Guest = Readonly<{
  token: string;
  cookie: string;
  /** Opens the data connection: from now on the server considers the guest part of the meeting. */
  arrive: () => Promise<void>;
  get: (path: string, cookie?: string) => Promise<Response>;
  signal: () => Promise<Signal>;
  /** Signs out and closes all connections. */
  leave: () => Promise<void>;
}>;

type Message = Readonly<Record<string, unknown>>;

/** An open signalling connection. */
export type Signal = Readonly<{
  send: (message: object | string) => void;
  /** The next message with that id; `closed` if the connection ends first. */
  next: (id: string) => Promise<Message | 'closed'>;
  close: () => Promise<void>;
}>;

export type Door = Readonly<{
  status: number;
  joinUrl?: string;
  started?: boolean;
  error?: string;
}>;

/** Asks Greenlight for admission, with the page's CSRF token and cookie, as its own script does. */
export async function knock(place: Place, accessCode = ''): Promise<Door> {
  const page = await fetch(place.roomUrl);
  const csrf = /name="csrf-token" content="([^"]+)"/.exec(await page.text())?.[1] ?? '';
  const id = place.roomUrl.split('/').at(-2);
  const answer = await fetch(`${place.url}/api/v1/meetings/${id}/status.json`, {
    method: 'POST',
    headers: {
      accept: 'application/json',
      'content-type': 'application/json',
      'x-csrf-token': csrf,
      cookie: cookieOf(page),
    },
    body: JSON.stringify({ name: 'Ada', access_code: accessCode }),
  });
  const { data, errors } = (await answer.json()) as {
    data: { status?: boolean; joinUrl?: string };
    errors?: string;
  };
  return {
    status: answer.status,
    ...(data.joinUrl === undefined ? {} : { joinUrl: data.joinUrl }),
    ...(data.status === undefined ? {} : { started: data.status }),
    ...(errors === undefined ? {} : { error: errors }),
  };
}

/** Follows a join link; `guest` is undefined if refused, and `location` is where it led. */
export async function follow(joinUrl: string): Promise<{ guest?: Guest; location: string }> {
  const answer = await fetch(joinUrl, { redirect: 'manual' });
  const location = answer.headers.get('location') ?? '';
  const token = new URL(location).searchParams.get('sessionToken');
  if (token === null || !location.includes('/html5client/')) return { location };
  return { location, guest: createGuest(new URL(joinUrl).origin, token, cookieOf(answer)) };
}

export async function enter(place: Place): Promise<Guest> {
  const { joinUrl } = await knock(place);
  const { guest } = await follow(joinUrl ?? '');
  if (!guest) throw new Error('not let in');
  return guest;
}

function createGuest(url: string, token: string, cookie: string): Guest {
  const open: WebSocket[] = [];
  const get = (path: string, sent = cookie) =>
    fetch(`${url}${path}?sessionToken=${token}`, { headers: { cookie: sent }, redirect: 'manual' });
  const connect = async (path: string) => {
    const address = `${url.replace('http', 'ws')}${path}?sessionToken=${token}`;
    const socket = new WebSocket(address, { headers: { cookie } });
    await once(socket, 'open');
    open.push(socket);
    return socket;
  };
  return {
    token,
    cookie,
    get,
    arrive: async () => {
      const data = await connect('/graphql');
      data.send(JSON.stringify({ type: 'connection_init' }));
      await once(data, 'message');
      data.send(JSON.stringify({ type: 'subscribe', payload: { query: 'userJoinMeeting' } }));
      await once(data, 'message');
    },
    signal: async () => createSignal(await connect('/bbb-webrtc-sfu')),
    leave: async () => {
      await get('/bigbluebutton/api/signOut');
      await Promise.all(open.map(closed));
    },
  };
}

function createSignal(socket: WebSocket): Signal {
  const said: Message[] = [];
  const waiting = new Set<() => void>();
  let ended = false;
  const wake = () => {
    for (const look of waiting) look();
  };
  socket.on('message', (data: Buffer) => {
    said.push(JSON.parse(data.toString('utf8')) as Message);
    wake();
  });
  socket.on('error', () => undefined);
  socket.on('close', () => {
    ended = true;
    wake();
  });
  return {
    send: (message) => socket.send(typeof message === 'string' ? message : JSON.stringify(message)),
    next: (id) =>
      new Promise((resolve) => {
        const look = () => {
          const at = said.findIndex((one) => one['id'] === id);
          const found = at < 0 ? undefined : said.splice(at, 1)[0];
          if (!found && !ended) return;
          waiting.delete(look);
          resolve(found ?? 'closed');
        };
        waiting.add(look);
        look();
      }),
    close: () => closed(socket),
  };
}

async function closed(socket: WebSocket): Promise<void> {
  if (socket.readyState === WebSocket.CLOSED) return;
  socket.close();
  await once(socket, 'close');
}

function cookieOf(answer: Response): string {
  return answer.headers.get('set-cookie')?.split(';')[0] ?? '';
}
