/** `fetch` with a size limit on answers; the SDK has none. */

/** A sync of a few rooms with small limits is far below this. */
const answerLimitBytes = 4 * 1024 * 1024;

export function limitedFetch(fetch: typeof globalThis.fetch): typeof globalThis.fetch {
  return async (input, init) => {
    const answer = await fetch(input, { ...init, redirect: 'error' });
    const body = await readAtMost(answer, answerLimitBytes);
    // A Matrix error code, since the SDK drops every detail of what `fetch` throws.
    if (!body) return Response.json({ errcode: 'M_TOO_LARGE' }, { status: 413 });
    const { status, statusText, headers } = answer;
    return new Response(status === 204 || status === 304 ? null : body, {
      status,
      statusText,
      headers,
    });
  };
}

/** Undefined above the limit: the rest is not fetched. */
async function readAtMost(answer: Response, limitBytes: number): Promise<Blob | undefined> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for await (const chunk of answer.body ?? []) {
    size += chunk.length;
    if (size > limitBytes) return undefined;
    chunks.push(chunk);
  }
  return new Blob(chunks);
}
