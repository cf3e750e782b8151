/** The STUN and TURN servers that a BigBlueButton gives its members. */
import * as v from 'valibot';

const timeoutMs = 5_000;
const limitBytes = 50 * 1024;
const serverLimit = 10;

const Text = v.pipe(v.string(), v.maxLength(500));
const StunUrl = v.pipe(Text, v.regex(/^stuns?:/));
const TurnUrl = v.pipe(Text, v.regex(/^turns?:/));
const StunsSchema = v.object({
  stunServers: v.optional(
    v.pipe(v.array(v.object({ url: StunUrl })), v.maxLength(serverLimit)),
    [],
  ),
  turnServers: v.optional(
    v.pipe(
      v.array(v.object({ url: TurnUrl, username: Text, password: Text })),
      v.maxLength(serverLimit),
    ),
    [],
  ),
});

/** None if the server has none or does not say: a server with an address of its own is reached without. */
export async function fetchIceServers(
  url: string,
  signal: AbortSignal,
): Promise<readonly RTCIceServer[]> {
  try {
    const response = await fetch(url, {
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
      headers: { accept: 'application/json' },
    });
    return iceServersOf(JSON.parse(await limitedText(response)));
  } catch {
    return [];
  }
}

/** Throws for an answer of another shape. */
export function iceServersOf(answer: unknown): readonly RTCIceServer[] {
  const { stunServers, turnServers } = v.parse(StunsSchema, answer);
  return [
    ...stunServers.map(({ url }) => ({ urls: url })),
    ...turnServers.map(({ url, username, password }) => ({
      urls: url,
      username,
      credential: password,
    })),
  ];
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
