/** The STUN and TURN servers that BigBlueButton gives its clients. */
import * as v from 'valibot';

const timeoutMs = 5_000;
const limitBytes = 50 * 1024;
const serverLimit = 10;

const Text = v.pipe(v.string(), v.maxLength(500));
/** Host, optional port, TURN's transport (RFC 7064, 7065): Chromium refuses the whole list for one bad entry. */
const host = String.raw`(?:[\w.-]{1,253}|\[[0-9A-Fa-f:.]{2,45}\])(?::\d{1,5})?`;
const StunUrl = v.pipe(Text, v.regex(new RegExp(`^stuns?:${host}$`, 'i')));
const TurnUrl = v.pipe(
  Text,
  v.regex(new RegExp(`^turns?:${host}(?:\\?transport=(?:udp|tcp))?$`, 'i')),
);
const Secret = v.pipe(Text, v.minLength(1));
const StunServer = v.pipe(
  v.object({ url: StunUrl }),
  v.transform(({ url }): RTCIceServer => ({ urls: url })),
);
const TurnServer = v.pipe(
  v.object({ url: TurnUrl, username: Secret, password: Secret }),
  v.transform(({ url, username, password }): RTCIceServer => ({
    urls: url,
    username,
    credential: password,
  })),
);
const StunsSchema = v.object({
  stunServers: v.optional(v.nullable(v.array(v.unknown()))),
  turnServers: v.optional(v.nullable(v.array(v.unknown()))),
});

export type IceServers = Readonly<{
  servers: readonly RTCIceServer[];
  /** Entries of the server's list that cannot be used. */
  odd: number;
}>;

/** Throws if the browser does not accept a server. */
export type TryServer = (server: RTCIceServer) => void;

/** Empty on failure, too: a media server with a public address is reachable without them. */
export async function fetchIceServers(
  url: string,
  signal: AbortSignal,
  tryServer: TryServer,
): Promise<IceServers> {
  try {
    const response = await fetch(url, {
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
      headers: { accept: 'application/json' },
      // In a cluster, the page may come from another host than the one that has the session.
      credentials: 'include',
    });
    return iceServersOf(JSON.parse(await limitedText(response)), tryServer);
  } catch {
    return { servers: [], odd: 0 };
  }
}

/** Skips unusable entries. Throws if the answer has another shape. */
export function iceServersOf(answer: unknown, tryServer: TryServer): IceServers {
  const { stunServers, turnServers } = v.parse(StunsSchema, answer);
  const read = (schema: typeof StunServer | typeof TurnServer, given: readonly unknown[]) =>
    given.map((one) => {
      const parsed = v.safeParse(schema, one);
      return parsed.success && isUsable(parsed.output, tryServer) ? parsed.output : undefined;
    });
  const found = [
    ...read(StunServer, (stunServers ?? []).slice(0, serverLimit)),
    ...read(TurnServer, (turnServers ?? []).slice(0, serverLimit)),
  ];
  const servers = found.filter((one) => one !== undefined);
  return { servers, odd: found.length - servers.length };
}

function isUsable(server: RTCIceServer, tryServer: TryServer): boolean {
  try {
    tryServer(server);
    return true;
  } catch {
    return false;
  }
}

async function limitedText(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    bytes += part.value.length;
    if (bytes > limitBytes) {
      await reader?.cancel();
      throw new Error('too large');
    }
    text += decoder.decode(part.value, { stream: true });
  }
  return text;
}
