import type { AccountsState, GithubView } from '../../../shared/accounts/state.ts';
import { useWords } from '../../app/words.ts';
import { AccountsLoading } from './AccountsLoading.tsx';
import { useAccounts } from './accounts-state.ts';
import { LockedOut } from './LockedOut.tsx';
import { Part } from './Part.tsx';
import { SignedIn } from './SignedIn.tsx';
import { SignIn } from './SignIn.tsx';

/** The member's accounts, in the settings. */
export function AccountsSection() {
  const { t } = useWords();
  const accounts = useAccounts();
  if (accounts === 'failed') return <p role="alert">{t('accounts.failed')}</p>;
  if (!accounts) return <AccountsLoading />;
  return (
    <>
      <p>{t('accounts.explain')}</p>
      <Matrix accounts={accounts} />
      {accounts.github && <Github accounts={accounts} github={accounts.github} />}
    </>
  );
}

function Matrix({ accounts }: Readonly<{ accounts: AccountsState }>) {
  const { t } = useWords();
  const { session, userId, server = '', keptIn, fault, inBrowser } = accounts.matrix;
  const who = session === 'signed-in' ? userId : undefined;
  const line = who === undefined ? undefined : t('accounts.signedInOn', { who, server });
  const content = () => {
    if (line !== undefined) {
      return <SignedIn via="matrix" line={line} keptIn={keptIn} fault={fault} />;
    }
    if (userId !== undefined && session === 'signing-in' && !inBrowser) {
      return <output className="quiet">{t('accounts.restoring', { who: userId })}</output>;
    }
    if (userId !== undefined && fault?.startsWith('keyring-')) {
      return <LockedOut via="matrix" who={userId} fault={fault} />;
    }
    return <SignIn via="matrix" accounts={accounts} />;
  };
  return (
    <Part title={t('accounts.matrix.title')} isIn={who !== undefined} announcement={line}>
      {content()}
    </Part>
  );
}

type GithubProps = Readonly<{ accounts: AccountsState; github: GithubView }>;

function Github({ accounts, github }: GithubProps) {
  const { t } = useWords();
  const { session, login, keptIn, fault } = github;
  const who = session === 'signed-in' ? login : undefined;
  const line = who === undefined ? undefined : t('accounts.signedIn', { who });
  const content = () => {
    if (line !== undefined) {
      return <SignedIn via="github" line={line} keptIn={keptIn} fault={fault} />;
    }
    if (login !== undefined && fault?.startsWith('keyring-')) {
      return <LockedOut via="github" who={login} fault={fault} />;
    }
    return <SignIn via="github" accounts={accounts} />;
  };
  return (
    <Part title={t('accounts.github.title')} isIn={who !== undefined} announcement={line}>
      {content()}
    </Part>
  );
}
