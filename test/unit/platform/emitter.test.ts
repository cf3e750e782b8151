import { expect, it } from 'vitest';
import { createEmitter } from '../../../main/platform/emitter.ts';

/** An emitter whose listeners record their name and what they received. */
function log() {
  const heard: string[] = [];
  const emitter = createEmitter<number>();
  const listen = (name: string) => emitter.on((value) => void heard.push(`${name} ${value}`));
  return { emitter, heard, listen };
}

it('tells all listeners, in the order in which they subscribed', () => {
  const { emitter, heard, listen } = log();
  listen('a');
  listen('b');
  emitter.emit(1);
  expect(heard).toEqual(['a 1', 'b 1']);
});

it('stops telling the one that unsubscribed, however often it says so', () => {
  const { emitter, heard, listen } = log();
  const stop = listen('a');
  listen('b');
  stop();
  stop();
  emitter.emit(1);
  expect(heard).toEqual(['b 1']);
});

it('keeps the subscriptions of one function apart', () => {
  const { emitter, heard } = log();
  const listener = (value: number) => void heard.push(`same ${value}`);
  const stop = emitter.on(listener);
  emitter.on(listener);
  emitter.emit(1);
  stop();
  emitter.emit(2);
  expect(heard).toEqual(['same 1', 'same 1', 'same 2']);
});

it('does not call a listener that was removed earlier in the same emit', () => {
  const { emitter, heard, listen } = log();
  const stops: (() => void)[] = [];
  emitter.on(() => stops.forEach((stop) => stop()));
  stops.push(listen('removed'));
  listen('kept');
  emitter.emit(1);
  expect(heard).toEqual(['kept 1']);
});

it('lets a listener remove itself without skipping the next', () => {
  const { emitter, heard, listen } = log();
  const stop = emitter.on((value) => {
    heard.push(`once ${value}`);
    stop();
  });
  listen('b');
  emitter.emit(1);
  emitter.emit(2);
  expect(heard).toEqual(['once 1', 'b 1', 'b 2']);
});

it('tells a listener that was added during an emit from the next value on', () => {
  const { emitter, heard, listen } = log();
  const stop = emitter.on(() => {
    stop();
    listen('late');
  });
  emitter.emit(1);
  emitter.emit(2);
  expect(heard).toEqual(['late 2']);
});

it('tells the others although one throws, and throws the first error afterwards', () => {
  const { emitter, heard, listen } = log();
  for (const message of ['first', 'second']) {
    emitter.on(() => {
      throw new Error(message);
    });
  }
  listen('b');
  expect(() => emitter.emit(1)).toThrow('first');
  expect(heard).toEqual(['b 1']);
});

it('tells nothing after it was cleared, also within the emit that cleared it', () => {
  const { emitter, heard, listen } = log();
  emitter.on(() => emitter.clear());
  listen('b');
  emitter.emit(1);
  emitter.emit(2);
  expect(heard).toEqual([]);
});
