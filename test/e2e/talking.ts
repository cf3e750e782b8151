/** Both ends of a talk: the app, asked as its window asks it, and the co-op's staff, who need no app. */
import type { Page } from 'playwright';
import type { Bridge } from '../../shared/bridge.ts';
import { eventually } from '../desktop/wait.ts';
import type { Talk } from '../servers/coop/talk.ts';

export type Content = Readonly<Record<string, unknown>>;
export type Event = Readonly<{ event_id: string; type: string; sender: string; content: Content }>;

/** True when main has done it. */
export async function callMain(
  page: Page,
  name: string,
  payload?: unknown,
): Promise<true | undefined> {
  const ok = await page.evaluate(
    async ([name, payload]) => {
      const { coopTray } = globalThis as unknown as { coopTray: Bridge };
      return (await coopTray.call(String(name), payload)).ok;
    },
    [name, payload],
  );
  return ok || undefined;
}

/** The document, which names the server, may not be read yet. */
export async function signInToMatrix(page: Page, talk: Talk): Promise<void> {
  const { name: user, password } = talk.member;
  const asked = { server: talk.matrix.url, user, password };
  await eventually('the sign-in', () => callMain(page, 'accounts.matrix.signIn', asked));
}

export type Staff = Readonly<{
  /** `path` is that within the rooms. */
  ask: (method: string, path: string, body?: object) => Promise<Content>;
  /** The id of the new event. */
  say: (roomId: string, type: string, content: object) => Promise<string>;
  /** The newest first. */
  inRoom: (roomId: string) => Promise<readonly Event[]>;
}>;

export function staffOf(talk: Talk): Staff {
  let sends = 0;
  const ask = async (method: string, path: string, body?: object) => {
    const answer = await fetch(`${talk.matrix.url}/_matrix/client/v3/rooms/${path}`, {
      method,
      headers: { authorization: `Bearer ${talk.staffToken}` },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    return (await answer.json()) as Content;
  };
  return {
    ask,
    say: async (roomId, type, content) => {
      sends += 1;
      const path = `${encodeURIComponent(roomId)}/send/${type}/t${sends}`;
      return String((await ask('PUT', path, content))['event_id']);
    },
    inRoom: async (roomId) => {
      const path = `${encodeURIComponent(roomId)}/messages?dir=b&limit=50`;
      return (await ask('GET', path))['chunk'] as readonly Event[];
    },
  };
}
