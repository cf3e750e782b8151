/** Requests made from a room's page. The page is untrusted, so each has limits in time and size, and a schema. */
import * as v from 'valibot';
import { failure } from '../../../shared/echo/failure.ts';
import type { Clock } from '../../platform/clock.ts';
import { EchoError } from './failed.ts';
import { parseJson } from '../../../shared/json.ts';
import type { RoomPage } from './room-page.ts';
import { within } from './timeout.ts';

export type Asking<Page = RoomPage> = Readonly<{ clock: Clock; page: Page; signal: AbortSignal }>;
export type Answering = Asking<Pick<RoomPage, 'evaluate'>>;

export type PageRequest = Readonly<{
  /** On the page's own server, or the URL of another that allows the page by CORS. */
  path: string;
  /** Sent as JSON in a POST. */
  json?: Readonly<Record<string, string>>;
}>;

const answerTimeoutMs = 5000;
const bodyLimit = 64 * 1024;

const AnswerSchema = v.object({
  status: v.pipe(v.number(), v.integer()),
  body: v.pipe(v.string(), v.maxLength(bodyLimit)),
});

/** Rejects with EchoError: `page-failed` without an answer, `bad-answer` if it does not match the schema. */
export async function evaluated<S extends v.GenericSchema>(
  { clock, page, signal }: Answering,
  code: string,
  schema: S,
): Promise<v.InferOutput<S>> {
  const limit = { clock, step: 'join', ms: answerTimeoutMs, code: 'page-failed', signal } as const;
  const answer = v.safeParse(schema, await within(limit, () => evaluate(page, code)));
  if (!answer.success) throw new EchoError(failure('bad-answer', 'join'));
  return answer.output;
}

async function evaluate(page: Answering['page'], code: string): Promise<unknown> {
  try {
    return await page.evaluate(code);
  } catch {
    throw new EchoError(failure('page-failed', 'join'));
  }
}

/** Makes a request as the page itself does: with its cookies and Rails' CSRF token. Rejects as `evaluated`. */
export async function askPage<S extends v.GenericSchema>(
  asking: Answering,
  request: PageRequest,
  schema: S,
): Promise<Readonly<{ status: number; body: v.InferOutput<S> | undefined }>> {
  const { status, body } = await evaluated(asking, fetchCode(request), AnswerSchema);
  const read = v.safeParse(schema, parseJson(body));
  return { status, body: read.success ? read.output : undefined };
}

/** The code of a request; it rejects a body that is too long. */
export function fetchCode({ path, json }: PageRequest): string {
  return `(async () => {
    const token = document.querySelector('meta[name="csrf-token"]')?.getAttribute('content') ?? '';
    const sent = ${json ? JSON.stringify(JSON.stringify(json)) : 'undefined'};
    const answer = await fetch(${JSON.stringify(path)}, {
      method: sent === undefined ? 'GET' : 'POST',
      headers: {
        accept: 'application/json',
        ...(sent === undefined ? {} : { 'content-type': 'application/json', 'x-csrf-token': token }),
      },
      body: sent,
      credentials: 'include',
      redirect: 'error',
      signal: AbortSignal.timeout(${answerTimeoutMs}),
    });
    const reader = answer.body?.getReader();
    const decoder = new TextDecoder();
    let body = '';
    for (;;) {
      const piece = await reader?.read();
      if (!piece || piece.done) break;
      body += decoder.decode(piece.value, { stream: true });
      if (body.length > ${bodyLimit}) { await reader.cancel(); throw new Error('too long'); }
    }
    return { status: answer.status, body };
  })()`;
}
