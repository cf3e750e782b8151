import { describe, expect, test } from 'vitest';
import { bodyOf, createSource } from '../../../main/platform/net/answer-frame.ts';
import { createHeadEnd, readHead } from '../../../main/platform/net/answer-head.ts';
import { collect } from '../../../main/platform/net/body.ts';
import { createCookies } from '../../../main/platform/net/cookies.ts';
import type { Remark } from '../../../shared/observation/remark.ts';
import { untidyAnswers } from '../../servers/untidy.ts';

async function* inPieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** Head and body of an answer that arrives in chunks of `size` bytes. */
async function readIn(bytes: Buffer, size: number) {
  const source = createSource(inPieces(bytes, size));
  const endIn = createHeadEnd();
  const pieces: Buffer[] = [];
  for (;;) {
    const piece = await source.next();
    if (!piece) return undefined;
    const end = endIn(piece);
    pieces.push(piece.subarray(0, end ?? piece.length));
    if (end === undefined) continue;
    source.giveBack(piece.subarray(end));
    break;
  }
  const head = readHead(Buffer.concat(pieces));
  const remarks = new Set<Remark>(head.remarks);
  const body = await collect(
    bodyOf(source, head.length, (one) => remarks.add(one)),
    1024 * 1024,
  );
  return { ...head, remarks: [...remarks], body: body.toString('latin1') };
}

describe('an answer is the same in whatever pieces it comes', () => {
  const short = untidyAnswers.filter(({ isRead, bytes }) => isRead && bytes.length < 5000);
  test.each(short.map(({ what, bytes }) => [what, bytes] as const))('%s', async (_what, bytes) => {
    const whole = await readIn(bytes, bytes.length);
    expect(whole).toBeDefined();
    for (const size of [1, 2, 7]) expect(await readIn(bytes, size)).toEqual(whole);
  });
});

describe('cookies of one check', () => {
  const now = Date.UTC(2026, 10, 29);
  const after = (from: string, setCookies: readonly string[], to: string) => {
    const cookies = createCookies(() => now);
    cookies.take(new URL(from), setCookies);
    return cookies.headerFor(new URL(to));
  };

  test.each<[string, string, string[], string, string | undefined]>([
    [
      'to a name below, where it says so',
      'https://coop.example/',
      ['a=1; Domain=.coop.example'],
      'https://pads.coop.example/',
      'a=1',
    ],
    [
      'to its own host only, where it says nothing',
      'https://coop.example/',
      ['a=1'],
      'https://pads.coop.example/',
      undefined,
    ],
    [
      'from a name below to the one above',
      'https://a.coop.example/',
      ['a=1; Domain=coop.example'],
      'https://coop.example/',
      'a=1',
    ],
    [
      'not for a name that only ends alike',
      'https://coop.example/',
      ['a=1; Domain=op.example'],
      'https://coop.example/',
      undefined,
    ],
    [
      'not to a name that only ends alike',
      'https://coop.example/',
      ['a=1; Domain=coop.example'],
      'https://evilcoop.example/',
      undefined,
    ],
    [
      'not over a line that others read',
      'https://coop.example/',
      ['a=1; Secure'],
      'http://coop.example/',
      undefined,
    ],
    [
      'not from a line that others read',
      'http://coop.example/',
      ['a=1; Secure'],
      'https://coop.example/',
      undefined,
    ],
    [
      'with a promise that is kept',
      'https://coop.example/',
      ['__Host-a=1; Secure; Path=/'],
      'https://coop.example/x',
      '__Host-a=1',
    ],
    [
      'not with a promise that is broken',
      'https://coop.example/',
      ['__Host-a=1; Secure; Path=/; Domain=coop.example'],
      'https://coop.example/',
      undefined,
    ],
    [
      'to its own folder',
      'https://coop.example/wiki/start',
      ['a=1'],
      'https://coop.example/wiki/page',
      'a=1',
    ],
    [
      'not to a folder that begins alike',
      'https://coop.example/wiki/start',
      ['a=1'],
      'https://coop.example/wikipedia',
      undefined,
    ],
    [
      'the longer path first',
      'https://coop.example/a/b',
      ['a=1; Path=/', 'b=2; Path=/a'],
      'https://coop.example/a/',
      'b=2; a=1',
    ],
    ['the newest value', 'https://coop.example/', ['a=1', 'a=2'], 'https://coop.example/', 'a=2'],
    [
      'by its age before its end',
      'https://coop.example/',
      ['a=1; Max-Age=9; Expires=Thu, 01 Jan 1970 00:00:00 GMT'],
      'https://coop.example/',
      'a=1',
    ],
    [
      'not with a sign that ends a line',
      'https://coop.example/',
      ['a=1\u0001'],
      'https://coop.example/',
      undefined,
    ],
    [
      'not one that is too large',
      'https://coop.example/',
      [`a=${'x'.repeat(5000)}`],
      'https://coop.example/',
      undefined,
    ],
  ])('%s', (_what, from, setCookies, to, header) => {
    expect(after(from, setCookies, to)).toBe(header);
  });

  test('are limited in number', () => {
    const many = Array.from({ length: 200 }, (_, n) => `c${n}=1`);
    const header = after('https://coop.example/', many, 'https://coop.example/') ?? '';
    expect(header.split('; ')).toHaveLength(50);
  });
});
