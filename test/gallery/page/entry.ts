/** What the gallery shows: components in their states, and the whole window in one state each. */
import type { ReactNode } from 'react';
import type { CallName, Payload, Result } from '../../../shared/ipc.ts';
import type { MessageKey } from '../../../shared/i18n/en.ts';
import type { Route } from '../../../shared/route.ts';
import type { Snapshot } from '../../../shared/snapshot.ts';

/** Main's part of a page. A call without an answer stays pending, as while loading; `fails` makes it fail. */
export type Answers = {
  readonly [N in CallName]?: Result<N> | ((payload: Payload<N>) => Result<N>) | typeof fails;
};
export const fails = Symbol('fails');

export type PageStates = Readonly<
  Record<
    string,
    Readonly<{
      route?: Route;
      snapshot?: Partial<Snapshot>;
      answers?: Answers;
      joins?: true;
      /** What main shows once the window is there. */
      shows?: Route;
      /** The heading of the one part that its pictures show, of a page that is longer than the window. */
      part?: MessageKey;
    }>
  >
>;

/** By state. A function, since a component may need the words of the language. */
export type ComponentStates = Readonly<Record<string, () => ReactNode>>;
