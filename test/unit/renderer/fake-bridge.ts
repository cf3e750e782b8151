/** The bridge without a main process: records calls, answers as a test says, and sends events. */
import { act } from '@testing-library/react';
import * as v from 'valibot';
import type { CallName, EventName, EventPayload, Payload, Result } from '../../../shared/ipc.ts';
import type { Bridge } from '../../../shared/bridge.ts';
import { ipcSchema } from '../../../shared/ipc.ts';

/** Main's behaviour; a call without an answer stays pending. */
export type Answers = {
  readonly [N in CallName]?: (payload: Payload<N>) => Result<N> | Promise<Result<N>>;
};

export type FakeBridge = Readonly<{
  /** The payloads of all calls with this name, oldest first. */
  calls: <N extends CallName>(name: N) => readonly Payload<N>[];
  /** Adds or replaces answers; the others stay. */
  answer: (answers: Answers) => void;
  send: <N extends EventName>(name: N, payload: EventPayload<N>) => Promise<void>;
}>;

/** Kept from test to test: the page's end of the bridge subscribes when it loads. */
const listeners = new Set<Parameters<Bridge['on']>[0]>();

/** Replaces the preload's bridge in the window, with no calls so far. */
export function fakeBridge(first: Answers = {}): FakeBridge {
  let answers = first;
  const calls: Readonly<{ name: string; payload: unknown }>[] = [];
  const bridge: Bridge = {
    call: async (name, payload) => {
      calls.push({ name, payload });
      const { payload: schema } = ipcSchema.calls[name as CallName];
      if (!v.is(schema, payload)) return { ok: false, code: 'bad-payload' };
      const answer = answers[name as CallName] as ((payload: unknown) => unknown) | undefined;
      if (!answer) return new Promise(() => undefined);
      try {
        return { ok: true, value: await answer(payload) };
      } catch {
        return { ok: false, code: 'internal' };
      }
    },
    on: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
  Reflect.set(window, 'coopTray', bridge);
  return {
    calls: <N extends CallName>(name: N) =>
      calls.filter((one) => one.name === name).map((one) => one.payload as Payload<N>),
    answer: (more) => {
      answers = { ...answers, ...more };
    },
    send: (name, payload) => {
      const json = JSON.stringify(v.parse(ipcSchema.events[name], payload));
      return act(async () => {
        for (const listener of listeners) listener(name, json);
      });
    },
  };
}
