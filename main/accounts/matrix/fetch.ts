/** `fetch` with a limit on what an answer may hold; the SDK reads whatever comes. */

/** A sync of a few rooms with small limits is far below this. */
const answerLimitBytes = 4 * 1024 * 1024;

export function limitedFetch(fetch: typeof globalThis.fetch): typeof globalThis.fetch {
  return async (input, init) => {
    const answer = await fetch(input, { ...init, redirect: 'error' });
    const body = await readAtMost(answer, answerLimitBytes);
    const { status, statusText, headers } = answer;
    return new Response(status === 204 || status === 304 ? null : body, {
      status,
      statusText,
      headers,
    });
  };
}

async function readAtMost(answer: Response, limitBytes: number): Promise<Blob> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for await (const chunk of answer.body ?? []) {
    size += chunk.length;
    if (size > limitBytes) throw new TypeError('an answer that is too large');
    chunks.push(chunk);
  }
  return new Blob(chunks);
}
