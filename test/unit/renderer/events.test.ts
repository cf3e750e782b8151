/** The window's end of the bridge, with the other end in the test's hands. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { on } from '../../../renderer/app/bridge.ts';

type Hear = (name: string, json: string) => void;

let subscribed: Hear[] = [];
const send: Hear = (name, json) => {
  for (const hear of subscribed) hear(name, json);
};

beforeEach(() => {
  subscribed = [];
  vi.stubGlobal('window', {
    coopTray: {
      on: (hear: Hear) => {
        subscribed.push(hear);
        return () => {
          subscribed = subscribed.filter((one) => one !== hear);
        };
      },
    },
  });
});
afterEach(() => vi.unstubAllGlobals());

test('many listeners are one subscription, and an event is parsed once for all', () => {
  const heard: unknown[] = [];
  const others: unknown[] = [];
  const ends = [
    on('backups', (payload) => heard.push(payload)),
    on('backups', (payload) => heard.push(payload)),
    on('echo', (payload) => others.push(payload)),
  ];
  expect(subscribed).toHaveLength(1);
  send('backups', '{}');
  expect(heard).toEqual([{}, {}]);
  expect(heard[0]).toBe(heard[1]);
  expect(others).toEqual([]);
  for (const end of ends) end();
});

test('an event without a listener is not even parsed', () => {
  const end = on('backups', () => undefined);
  send('echo', 'no JSON');
  end();
});

test('who has ended a subscription hears no more, and the last one ends it for all', () => {
  const heard: string[] = [];
  const ends = (['first', 'second'] as const).map((who) => on('backups', () => heard.push(who)));
  ends[0]?.();
  send('backups', '{}');
  expect(heard).toEqual(['second']);
  ends[1]?.();
  expect(subscribed).toEqual([]);
  const end = on('backups', () => heard.push('third'));
  send('backups', '{}');
  expect(heard).toEqual(['second', 'third']);
  end();
});

test('a listener that ends its subscription while it hears does not cost another its event', () => {
  const heard: string[] = [];
  const endFirst = on('backups', () => {
    heard.push('first');
    endFirst();
  });
  const endSecond = on('backups', () => heard.push('second'));
  send('backups', '{}');
  expect(heard).toEqual(['first', 'second']);
  endSecond();
});
