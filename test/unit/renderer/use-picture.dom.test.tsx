/** The picture of a draft: its sources, what is refused, and that only the cropped picture is sent. */
import { act } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { usePicture } from '../../../renderer/pages/feedback/use-picture.ts';
import { pictureLimitBytes, pictureLimitPx } from '../../../shared/feedback/picture.ts';
import { showHook } from './dom.tsx';
import type { Answers, FakeBridge } from './fake-bridge.ts';
import { fakeBridge } from './fake-bridge.ts';

const png = Uint8Array.of(1, 2, 3);
const attachment = { id: 'p1', name: 'picture.png', mediaType: 'image/png', sizeBytes: 3 };
const screens = [
  { id: 's1', name: 'Screen 1', isScreen: true, thumbnail: png },
  { id: 's2', name: 'Screen 2', isScreen: true, thumbnail: png },
];

let bridge: FakeBridge;
let closed: number;
let canvases: HTMLCanvasElement[];

beforeEach(() => {
  bridge = fakeBridge({
    'feedback.capture': () => png,
    'feedback.sources': () => screens,
    'feedback.attach': () => ({ attachment }),
  });
  closed = 0;
  canvases = [];
  decodes({ width: 400, height: 300 });
  encodes(() => 3);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** Decoding succeeds with a picture of this size; undefined makes it fail. */
function decodes(size: Readonly<{ width: number; height: number }> | undefined): void {
  vi.stubGlobal('createImageBitmap', async () => {
    if (!size) throw new DOMException('no picture');
    return { ...size, close: () => (closed += 1) };
  });
}
/** Encoding returns `bytesOf` bytes; a DOM without a screen has no pixels. */
function encodes(bytesOf: (canvas: HTMLCanvasElement) => number): void {
  vi.spyOn(HTMLCanvasElement.prototype, 'toBlob').mockImplementation(function toBlob(
    this: HTMLCanvasElement,
    done,
  ) {
    canvases.push(this);
    done(new Blob([new Uint8Array(bytesOf(this))]));
  });
}
const open = () => showHook(usePicture).result;
type Work = ReturnType<typeof open>;
const take = (work: Work) => act(async () => work.current.takeScreen());

test('of the one screen it is taken at once, and nothing has left the page', async () => {
  const work = open();
  await take(work);
  expect(bridge.calls('feedback.capture')).toEqual([{}]);
  expect(work.current.taken?.edit).toEqual({
    crop: { x: 0, y: 0, width: 400, height: 300 },
    covers: [],
  });
  expect(bridge.calls('feedback.attach')).toEqual([]);
});

test('of several the member chooses one', async () => {
  bridge.answer({ 'feedback.capture': ({ sourceId }) => (sourceId ? png : 'which') });
  const work = open();
  await take(work);
  expect(work.current.sources?.map(({ id }) => id)).toEqual(['s1', 's2']);
  await act(async () => work.current.takeSource('s2'));
  expect(bridge.calls('feedback.capture')).toEqual([{}, { sourceId: 's2' }]);
  expect([work.current.sources, work.current.taken !== undefined]).toEqual([undefined, true]);
});

test.each<[string, Answers, string]>([
  ['no picture is to be had', { 'feedback.capture': () => undefined }, 'impossible'],
  [
    'there is nothing to choose from',
    { 'feedback.capture': () => 'which', 'feedback.sources': () => [] },
    'impossible',
  ],
  [
    'main fails',
    {
      'feedback.capture': () => Promise.reject(new Error('main')),
    },
    'failed',
  ],
])('it says so when %s', async (_what, answers, trouble) => {
  bridge.answer(answers);
  const work = open();
  await take(work);
  expect([work.current.trouble, work.current.busy, work.current.taken]).toEqual([
    trouble,
    false,
    undefined,
  ]);
});

test.each([
  ['is no picture', undefined, 'not-a-picture'],
  ['is too large', { width: pictureLimitPx + 1, height: 1 }, 'too-large'],
] as const)('a file that %s is refused', async (_what, size, trouble) => {
  decodes(size);
  const work = open();
  await act(async () => work.current.takeFile(new Blob([png])));
  expect([work.current.trouble, work.current.taken]).toEqual([trouble, undefined]);
});

test('what is kept is what was cut, and the picture itself is let go', async () => {
  const work = open();
  await take(work);
  const crop = { x: 10, y: 20, width: 100, height: 50 };
  act(() => work.current.setEdit({ crop, covers: [] }));
  const kept = await act(() => work.current.keep());
  expect(kept).toEqual(attachment);
  expect(canvases.map(({ width, height }) => [width, height])).toEqual([[100, 50]]);
  expect(bridge.calls('feedback.attach').map((one) => one.png.length)).toEqual([3]);
  expect([work.current.taken, closed]).toEqual([undefined, 1]);
});

test('one that is too large as a file is made smaller', async () => {
  encodes(({ width }) => (width > 250 ? pictureLimitBytes + 1 : 3));
  const work = open();
  await take(work);
  await act(() => work.current.keep());
  expect(canvases.map(({ width }) => width)).toEqual([400, 300, 200]);
});

test.each<[string, number, Answers, string]>([
  ['it cannot be made small enough', pictureLimitBytes + 1, {}, 'too-large'],
  ['the disk is full', 3, { 'feedback.attach': () => ({ refused: 'unwritable' }) }, 'unwritable'],
  [
    'main fails',
    3,
    {
      'feedback.attach': () => Promise.reject(new Error('main')),
    },
    'failed',
  ],
])('when %s it is told, and the picture stays', async (_what, bytes, answers, trouble) => {
  encodes(() => bytes);
  bridge.answer(answers);
  const work = open();
  await take(work);
  const kept = await act(() => work.current.keep());
  expect([kept, work.current.trouble, closed]).toEqual([undefined, trouble, 0]);
  expect(work.current.taken).toBeDefined();
});

test('leaving forgets what was taken, and ends choosing', async () => {
  const work = open();
  await take(work);
  await act(async () => work.current.choose());
  act(() => work.current.leave());
  expect([work.current.taken, work.current.sources, closed]).toEqual([undefined, undefined, 1]);
});
