/** The accounts in the settings, rendered without a window: every fault has its sentence, without technical details. */
import { describe, expect, test } from 'vitest';
import { accountFaults } from '../../../shared/accounts/state.ts';
import type { AccountsState } from '../../../shared/accounts/state.ts';
import { createTranslate } from '../../translate.ts';
import { locales } from '../../../shared/i18n/languages.ts';
import { keyringTrouble } from '../../../renderer/components/accounts/KeyringQuestion.tsx';
import { SignIn } from '../../../renderer/components/accounts/SignIn.tsx';
import { draw } from './draw.tsx';

const out: AccountsState = {
  matrix: { session: 'signed-out', server: 'example.org' },
  github: { session: 'signed-out' },
  forSession: false,
};

describe.each(locales)('in %s', (locale) => {
  const t = createTranslate(locale);
  test.each(accountFaults)('the fault %s is a whole sentence', (fault) => {
    expect(t(`accounts.fault.${fault}`)).toMatch(/^\p{Lu}.*[.]$/u);
  });
});

describe('signing in', () => {
  test('begins with the server that the document names', () => {
    expect(draw(<SignIn via="matrix" accounts={out} />)).toContain('value="example.org"');
  });

  test('says what went wrong', () => {
    const accounts: AccountsState = { ...out, matrix: { ...out.matrix, fault: 'wrong-sign-in' } };
    expect(draw(<SignIn via="matrix" accounts={accounts} />)).toContain(
      'Wrong user name or password',
    );
  });

  test('shows the code of GitHub while it waits, and until when', () => {
    const code = { userCode: 'ABCD-1234', page: 'https://github.example/', expiresAtUtcMs: 0 };
    const accounts: AccountsState = { ...out, github: { session: 'waiting', code } };
    expect(draw(<SignIn via="github" accounts={accounts} />)).toContain('ABCD-1234');
  });

  test('offers no GitHub that the document does not name', () => {
    const { github: _none, ...accounts } = out;
    expect(draw(<SignIn via="github" accounts={accounts} />)).toBe('');
  });
});

test.each([
  [undefined, false, undefined],
  ['available', false, undefined],
  ['missing', false, 'missing'],
  ['locked', false, 'locked'],
  ['timed-out', false, 'timed-out'],
  ['missing', true, undefined],
] as const)('a keyring that is %s, agreed to do without: %s', (keyring, forSession, trouble) => {
  const state = { ...out, forSession, ...(keyring ? { keyring } : {}) };
  expect(keyringTrouble(state)).toBe(trouble);
});
