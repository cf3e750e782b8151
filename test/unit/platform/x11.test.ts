import { Buffer } from 'node:buffer';
import { describe, expect, test } from 'vitest';
import { cookieOf, localDisplay, readMessage, rootOf } from '../../../main/platform/x11.ts';

test.each([
  [':0', { number: 0, screen: 0 }],
  [':99', { number: 99, screen: 0 }],
  [':1.2', { number: 1, screen: 2 }],
  ['unix:0.0', { number: 0, screen: 0 }],
  ['', undefined],
  ['localhost:10.0', undefined],
  ['far.example:0', undefined],
  [':../../x', undefined],
  [':999999', undefined],
  ['/private/tmp/launch/org.xquartz:0', undefined],
])('the display “%s”', (name, display) => {
  expect(localDisplay(name)).toEqual(display);
});

const field = (value: string | Buffer) => {
  const bytes = Buffer.from(value as string, 'latin1');
  const length = Buffer.alloc(2);
  length.writeUInt16BE(bytes.length);
  return Buffer.concat([length, bytes]);
};
const entry = (display: string, name: string, data: string) =>
  Buffer.concat([Buffer.from([1, 0]), field('host'), field(display), field(name), field(data)]);
const cookieName = 'MIT-MAGIC-COOKIE-1';

describe('the cookie', () => {
  test.each<readonly [string, Buffer, string | undefined]>([
    ['of an empty file', Buffer.alloc(0), undefined],
    ['of this display', entry('7', cookieName, 'secret'), 'secret'],
    ['of any display', entry('', cookieName, 'secret'), 'secret'],
    ['of another display', entry('8', cookieName, 'secret'), undefined],
    ['of another kind', entry('7', 'XDM-AUTHORIZATION-1', 'secret'), undefined],
    [
      'behind others',
      Buffer.concat([
        entry('8', cookieName, 'x'),
        entry('7', 'y', 'x'),
        entry('7', cookieName, 'b'),
      ]),
      'b',
    ],
    ['that is cut off', entry('7', cookieName, 'secret').subarray(0, -1), undefined],
    ['of a file that is none', Buffer.alloc(4096, 0xff), undefined],
  ])('%s', (_what, file, cookie) => {
    expect(cookieOf(file, 7)?.toString('latin1')).toBe(cookie);
  });
});

/** A setup reply with this vendor and numbers of formats and screens. */
function setup(vendor: string, formats: number, screens = 1): Buffer {
  const head = Buffer.alloc(40);
  head.writeUInt8(1, 0);
  head.writeUInt16LE(vendor.length, 24);
  head.writeUInt8(screens, 28);
  head.writeUInt8(formats, 29);
  const name = Buffer.alloc(Math.ceil(vendor.length / 4) * 4);
  const screen = Buffer.alloc(40);
  screen.writeUInt32LE(0x2a, 0);
  return Buffer.concat([head, name, Buffer.alloc(formats * 8), screen]);
}

test.each<readonly [string, Buffer, number | undefined]>([
  ['behind vendor and formats', setup('The X.Org Foundation', 7), 0x2a],
  ['behind a vendor that is padded', setup('Vendor', 2), 0x2a],
  ['of a server without screens', setup('Vendor', 2, 0), undefined],
  ['of an answer that is cut off', setup('Vendor', 2).subarray(0, 60), undefined],
  ['of a refusal', Buffer.alloc(80), undefined],
  ['of next to nothing', Buffer.from([1, 0, 0, 0]), undefined],
])('the root window %s', (_what, bytes, root) => {
  expect(rootOf(bytes)).toBe(root);
});

test.each([
  [0, { kind: 'error' }],
  [1, { kind: 'reply', value: 0x01020304 }],
  [161, { kind: 'event' }],
  [33, { kind: 'event' }],
])('a message of type %i', (type, message) => {
  const bytes = Buffer.alloc(32);
  bytes.writeUInt8(type, 0);
  bytes.writeUInt32LE(0x01020304, 8);
  expect(readMessage(bytes)).toEqual(message);
});
