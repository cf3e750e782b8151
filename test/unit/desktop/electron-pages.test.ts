/** The end of a page is told to those who still listen. */
import { EventEmitter } from 'node:events';
import { expect, test, vi } from 'vitest';
import { electronPages } from '../../../main/desktop/electron-pages.ts';

const { app } = await vi.hoisted(async () => {
  const { EventEmitter: Emitter } = await import('node:events');
  return { app: new Emitter() };
});
vi.mock('electron', () => ({ app, webContents: { getAllWebContents: () => [] } }));

/** A page that has just been made. */
function newPage(): EventEmitter {
  const contents = new EventEmitter();
  app.emit('web-contents-created', {}, contents);
  return contents;
}

test('a page that is gone is told once', () => {
  const listener = vi.fn<() => void>();
  const stop = electronPages.onPageGone(listener);
  newPage().emit('destroyed');
  expect(listener).toHaveBeenCalledTimes(1);
  stop();
});

test('one that outlives the listener is not told, as when one world makes way for another', () => {
  const listener = vi.fn<() => void>();
  const stop = electronPages.onPageGone(listener);
  const page = newPage();
  stop();
  page.emit('destroyed');
  newPage().emit('destroyed');
  expect(listener).not.toHaveBeenCalled();
});
