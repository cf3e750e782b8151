import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import type { LinkCheckView } from '../../../shared/links/checks.ts';
import type { LinkView } from '../../../shared/links/state.ts';
import { call } from '../../app/bridge.ts';
import { useWords } from '../../app/words.ts';
import { LongList } from '../../components/LongList.tsx';
import type { ChecksByKeyword } from './check-report.ts';
import { CheckResult } from './CheckResult.tsx';
import styles from './LinkList.module.css';

/** Rows shown initially of each group. */
const firstRows = 60;

type Props = Readonly<{ links: readonly LinkView[]; checks: ChecksByKeyword }>;

export function LinkList({ links, checks }: Props) {
  return (
    <LongList items={links} first={firstRows} className={styles.list}>
      {(link) => <LinkRow key={link.keyword} link={link} check={checks.get(link.keyword)} />}
    </LongList>
  );
}

type RowProps = Readonly<{ link: LinkView; check: LinkCheckView | undefined }>;

function LinkRow({ link, check }: RowProps) {
  const { t } = useWords();
  const { keyword, shown, aliasOf, hasSecret, hasShort } = link;
  const [copied, setCopied] = useState<'short' | 'long'>();
  const copy = async (which: 'short' | 'long') => {
    await call('links.copy', { keyword, which });
    setCopied(which);
  };
  const hints = [
    ...(aliasOf === undefined ? [] : [t('links.alias', { keyword: aliasOf })]),
    ...(hasSecret ? [t('links.masked')] : []),
  ];
  return (
    <li className={styles.row}>
      <div className={styles.words}>
        <button
          type="button"
          className="link"
          aria-label={t('links.open', { keyword })}
          onClick={() => void call('links.open', { keyword })}
        >
          <bdi>{keyword}</bdi>
        </button>
        <span className={`quiet ${styles.address}`}>
          <bdi dir="ltr">{shown}</bdi>
          {hints.length > 0 && ` (${hints.join(', ')})`}
        </span>
        {check && <CheckResult check={check} />}
      </div>
      <div className={styles.copies}>
        {hasShort && (
          <CopyButton
            text={t('links.short')}
            label={t('links.copyShort', { keyword })}
            isDone={copied === 'short'}
            onCopy={() => void copy('short')}
          />
        )}
        <CopyButton
          text={t('links.long')}
          label={t('links.copyLong', { keyword })}
          isDone={copied === 'long'}
          onCopy={() => void copy('long')}
        />
        {/* In the tree from the start, since a live region speaks only of what changes. */}
        <span aria-live="polite" className="unseen">
          {copied && t('links.copied')}
        </span>
      </div>
    </li>
  );
}

type CopyProps = Readonly<{ text: string; label: string; isDone: boolean; onCopy: () => void }>;

function CopyButton({ text, label, isDone, onCopy }: CopyProps) {
  const Icon = isDone ? Check : Copy;
  return (
    <button type="button" className="ghost" aria-label={label} onClick={onCopy}>
      <Icon size={16} strokeWidth={1.75} aria-hidden="true" />
      {text}
    </button>
  );
}
