/** A member who is sent to a route arrives there, once, whether the window was open or not. */
import { expect, test } from 'vitest';
import { createNavigator } from '../../../main/desktop/navigator.ts';
import type { Route } from '../../../shared/route.ts';

const pads: Route = { page: 'status', serviceId: 'pads' };
const backups: Route = { page: 'backups' };

/** A window that renders on command, and receives nothing before. */
function setWindow() {
  let contents: object | undefined;
  const sent: unknown[] = [];
  const navigator = createNavigator({
    show: () => (contents ??= {}),
    contents: () => contents,
    send: (_name, route) => void sent.push(route),
  });
  return { navigator, sent, close: () => (contents = undefined), open: () => (contents = {}) };
}

test('without a window it waits until one is drawn', () => {
  const { navigator, sent } = setWindow();
  navigator.goTo(pads);
  expect(sent).toEqual([]);
  navigator.drawn();
  expect(sent).toEqual([pads]);
});

test('of several before the window is drawn, the last one counts', () => {
  const { navigator, sent } = setWindow();
  navigator.goTo(pads);
  navigator.goTo(backups);
  navigator.drawn();
  expect(sent).toEqual([backups]);
});

test('a drawn window goes there at once', () => {
  const { navigator, sent, open } = setWindow();
  open();
  navigator.drawn();
  navigator.goTo(pads);
  expect(sent).toEqual([pads]);
});

test('the next window does not go where an earlier one was led', () => {
  const { navigator, sent, open, close } = setWindow();
  open();
  navigator.drawn();
  navigator.goTo(pads);
  close();
  open();
  navigator.drawn();
  expect(sent).toEqual([pads]);
});

test('a page that is reloaded goes where its window was led last', () => {
  const { navigator, sent, open } = setWindow();
  open();
  navigator.drawn();
  navigator.goTo(pads);
  navigator.drawn();
  expect(sent).toEqual([pads, pads]);
  navigator.drawn();
  expect(sent).toEqual([pads, pads]);
});

test('a window that takes the place of a drawn one has yet to be drawn itself', () => {
  const { navigator, sent, close } = setWindow();
  navigator.goTo(pads);
  navigator.drawn();
  close();
  navigator.goTo(backups);
  expect(sent).toEqual([pads]);
  navigator.drawn();
  expect(sent).toEqual([pads, backups]);
});
