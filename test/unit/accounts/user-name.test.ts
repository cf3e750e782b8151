import { expect, test } from 'vitest';
import { userNameOf } from '../../../main/features/accounts/matrix/user-name.ts';

test.each([
  ['letters of its own', '@ana:coop.québec', '@ana:coop.xn--qubec-csa'],
  ['another script, and a port', '@ana:例え.jp:8448', '@ana:xn--r8jz45g.jp:8448'],
  ['letters of its own in the name alone', '@ána:coop.example', '@ána:coop.example'],
  ['the form that DNS has', '@ana:coop.xn--qubec-csa', '@ana:coop.xn--qubec-csa'],
  ['capitals', '@ana:Coop.example', '@ana:Coop.example'],
  ['the usual port', '@ana:coop.example:443', '@ana:coop.example:443'],
  ['an address', '@ana:[::1]:8448', '@ana:[::1]:8448'],
  ['no server', 'ana', 'ana'],
  ['a mail address', 'ana@coop.québec', 'ana@coop.québec'],
  ['what is no host', '@ana:québec coop', '@ana:québec coop'],
])('a name at a server of %s is sent as the server knows it', (_what, typed, sent) => {
  expect(userNameOf(typed)).toBe(sent);
});
