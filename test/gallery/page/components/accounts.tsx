import { SignIn } from '../../../../renderer/components/accounts/SignIn.tsx';
import { SignedIn } from '../../../../renderer/components/accounts/SignedIn.tsx';
import type { AccountsState } from '../../../../shared/accounts/state.ts';
import type { ComponentStates } from '../entry.ts';
import { hourMs, now } from '../given.ts';

const out: AccountsState = {
  matrix: { session: 'signed-out', server: 'maple.example' },
  github: { session: 'signed-out' },
  forSession: false,
};
const code = {
  userCode: 'ABCD-1234',
  page: 'https://github.com/login/device',
  expiresAtUtcMs: now + hourMs,
};

export const states: ComponentStates = {
  out: () => (
    <>
      <SignIn via="matrix" accounts={out} />
      <SignIn via="github" accounts={out} />
    </>
  ),
  waiting: () => (
    <>
      <SignIn
        via="matrix"
        accounts={{ ...out, matrix: { ...out.matrix, session: 'signing-in', inBrowser: true } }}
      />
      <SignIn via="github" accounts={{ ...out, github: { session: 'waiting', code } }} />
    </>
  ),
  trouble: () => (
    <>
      <SignIn
        via="matrix"
        accounts={{ ...out, matrix: { ...out.matrix, fault: 'wrong-sign-in' } }}
      />
      <SignIn via="matrix" accounts={{ ...out, keyring: 'locked' }} />
    </>
  ),
  in: () => (
    <>
      <SignedIn
        via="matrix"
        line="Signed in as @ana:maple.example"
        keptIn="keyring"
        fault={undefined}
      />
      <SignedIn via="github" line="Signed in as ana" keptIn="session" fault="not-revoked" />
    </>
  ),
};
