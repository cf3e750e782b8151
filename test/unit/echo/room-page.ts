/** A room's page with scripted answers, and a join that uses it. */
import { EchoError } from '../../../main/features/echo/failed.ts';
import { createFindRoom } from '../../../main/features/echo/room.ts';
import type { PageEnd, RoomPage } from '../../../main/features/echo/room-page.ts';
import type { Net } from '../../../main/platform/net/index.ts';
import { fakeClock } from '../clock.ts';

export const address = 'https://calls.example/rooms/abc-def-ghi/join';
export const call = 'https://calls.example/html5client/?sessionToken=abc123';
export const link = 'https://calls.example/bigbluebutton/api/join?checksum=1';

type Script = Readonly<{
  /** The page's answers, in order. */
  answers?: readonly unknown[];
  /** Where each load ends: a URL, or a PageEnd. URLs on the way may precede it. */
  places?: readonly (string | readonly string[])[];
}>;

export const json = (body: unknown, status = 200) => ({ status, body: JSON.stringify(body) });
export const open = json({
  data: { require_authentication: 'false', viewer_access_code: 'false' },
});
export const linkTo = (joinUrl: string) => json({ data: { status: true, joinUrl } });
export const entered = json({ response: { returncode: 'SUCCESS' } });

export function fakePage({ answers = [], places = [] }: Script) {
  const asked: string[] = [];
  const allowed: string[] = [];
  const left = [...answers];
  const ways = [...places];
  let url = 'about:blank';
  let way: readonly string[] = [];
  let tell: (end: PageEnd) => void = () => undefined;
  const ended = new Promise<PageEnd>((resolve) => (tell = resolve));
  const page: RoomPage = {
    load: async (to) => {
      const next = ways.shift() ?? to;
      way = [next].flat();
      const place = way.at(-1) ?? to;
      if (place === 'crashed' || place === 'load-failed' || place === 'address-forbidden') {
        tell(place);
        throw new Error(place);
      }
      url = place;
      if (new URL(place).host === 'calls.example') return;
      tell('left');
      throw new Error('left');
    },
    url: () => url,
    way: () => way,
    evaluate: async (code) => {
      asked.push(code);
      const answer = left.shift();
      if (answer === 'silent') return new Promise(() => undefined);
      if (answer instanceof Error) throw answer;
      return answer;
    },
    beside: async () => page,
    allow: (host) => void allowed.push(host),
    ended,
    close: async () => tell('closed'),
  };
  return { page, asked, allowed };
}

export const there: Pick<Net, 'request'> = {
  request: async ({ url }) => ({ url, status: 200, headers: {}, body: '', timings: { total: 1 } }),
};

export async function join(script: Script, to = address) {
  const clock = fakeClock();
  const fake = fakePage(script);
  const { signal } = new AbortController();
  const found = await createFindRoom({ clock, net: there as Net })(
    { kind: 'room', address: to },
    signal,
  );
  const joining = found
    .join({ name: 'Ana' }, { signal, open: () => fake.page, onServer: () => undefined })
    .catch((error: unknown) => (error instanceof EchoError ? error.failure.code : error));
  await clock.pass(6000);
  return { ...fake, outcome: await joining, timers: clock.timers() };
}
