/** Both ends of a conversation: the app, called as its window does, and the co-op's staff, who use no app. */
import { eventually } from '../desktop/wait.ts';
import type { Talk } from '../servers/coop/talk.ts';
import type { AppWindow } from './pages/window.ts';

export type Content = Readonly<Record<string, unknown>>;
export type Event = Readonly<{ event_id: string; type: string; sender: string; content: Content }>;

/** Bypasses the form. The document, which names the server, may still be loading. */
export async function signInToMatrix({ call }: AppWindow, talk: Talk): Promise<void> {
  const { name: user, password } = talk.member;
  const asked = { server: talk.matrix.url, user, password };
  await eventually('the sign-in', async () => {
    const { ok } = await call('accounts.matrix.signIn', asked);
    return ok || undefined;
  });
}

export type Staff = Readonly<{
  /** `path` is relative to the rooms. */
  ask: (method: string, path: string, body?: object) => Promise<Content>;
  /** Returns the id of the new event. */
  say: (roomId: string, type: string, content: object) => Promise<string>;
  /** Newest first. */
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
