/** Messages of BigBlueButton's media server on `/bbb-webrtc-sfu`: JSON text, at most 50 KiB. Pure. */
import * as v from 'valibot';
import { parseJson } from '../json.ts';
import type { Failure } from './failure.ts';
import { failure } from './failure.ts';

export const messageLimit = 50 * 1024;

export type ServerMessage =
  | Readonly<{ kind: 'pong' | 'other' }>
  | Readonly<{ kind: 'answer'; sdp: string }>
  | Readonly<{ kind: 'error'; code?: number }>;

const Code = v.optional(v.pipe(v.number(), v.integer()));
const MessageSchema = v.variant('id', [
  v.object({ id: v.literal('pong') }),
  v.object({
    id: v.literal('startResponse'),
    type: v.literal('audio'),
    response: v.literal('accepted'),
    sdpAnswer: v.string(),
  }),
  v.object({ id: v.literal('webRTCAudioSuccess'), type: v.literal('audio') }),
  // The error about stopped media has its code one level deeper.
  v.object({
    id: v.picklist(['webRTCAudioError', 'error']),
    code: Code,
    error: v.optional(v.object({ code: Code })),
  }),
]);
const handledIds = ['pong', 'startResponse', 'webRTCAudioSuccess', 'webRTCAudioError', 'error'];
const AnySchema = v.object({ id: v.string() });

/** Undefined for invalid messages; `other` for ids that we do not handle. */
export function readMessage(data: unknown): ServerMessage | undefined {
  if (typeof data !== 'string' || data.length > messageLimit) return undefined;
  const json = parseJson(data);
  if (!v.is(AnySchema, json)) return undefined;
  if (!handledIds.includes(json.id)) return { kind: 'other' };
  const read = v.safeParse(MessageSchema, json);
  return read.success ? messageOf(read.output) : undefined;
}

function messageOf(message: v.InferOutput<typeof MessageSchema>): ServerMessage {
  switch (message.id) {
    case 'pong':
      return { kind: 'pong' };
    case 'startResponse':
      return { kind: 'answer', sdp: message.sdpAnswer };
    case 'webRTCAudioSuccess':
      // Sent once ICE has connected, which we see ourselves.
      return { kind: 'other' };
    case 'webRTCAudioError':
    case 'error': {
      const code = message.code ?? message.error?.code;
      return code === undefined ? { kind: 'error' } : { kind: 'error', code };
    }
  }
}

/** Not a member of the room, or not yet: a join takes a moment to propagate. */
const notAdmittedCode = 2301;

const meanings: Readonly<Record<number, Failure['code']>> = {
  2020: 'ice-failed',
  2021: 'ice-failed',
  2022: 'ice-failed',
  2202: 'sdp-invalid',
  2203: 'sdp-invalid',
  2211: 'media-silent',
  [notAdmittedCode]: 'not-admitted',
};

/** Maps the server's error to ours; codes that mean nothing to a member stay numbers. */
export function serverFailure(code: number | undefined, step: Failure['step']): Failure {
  if (code === undefined) return failure('bad-answer', step);
  return failure(meanings[code] ?? 'server-error', step, { code });
}
