import type { MoneyState } from '../../../shared/money/ipc.ts';
import { isBlind } from '../../../shared/status/summary.ts';
import { amountText } from '../../../shared/wording/money.ts';
import { call } from '../../app/bridge.ts';
import { useNow } from '../../app/now.ts';
import type { PageProps } from '../../app/page-props.ts';
import { useWords } from '../../app/words.ts';
import { Failed } from '../../components/Failed.tsx';
import { Loading } from '../../components/Loading.tsx';
import { Note } from '../../components/Note.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Retriable } from '../../components/Retriable.tsx';
import { useMoney } from './money-state.ts';
import styles from './MoneyPage.module.css';

export function MoneyPage({ snapshot }: PageProps<'money'>) {
  const offline = isBlind(snapshot.connectivity);
  return <Retriable>{(onRetry) => <Loaded offline={offline} onRetry={onRetry} />}</Retriable>;
}

function Loaded({ offline, onRetry }: Readonly<{ offline: boolean; onRetry: () => void }>) {
  const { t } = useWords();
  const state = useMoney();
  if (typeof state === 'object') return <Balances state={state} offline={offline} />;
  return (
    <>
      <PageHeader title={t('page.money')} />
      {state === 'failed' ? <Failed text={t('money.failed')} onRetry={onRetry} /> : <Loading />}
    </>
  );
}

type Props = Readonly<{ state: MoneyState }>;

function Balances({ state, offline }: Props & Readonly<{ offline: boolean }>) {
  const { t, times } = useWords();
  const now = useNow();
  const { collectives, day } = state;
  return (
    <div className={styles.page}>
      <PageHeader
        title={t('page.money')}
        lead={day !== undefined && t('money.asOf', { day: times.calendarDate(day, now) })}
      />
      {offline && <Note>{t('money.offline')}</Note>}
      <Problem state={state} />
      <ul className={styles.list}>
        {collectives.map((collective) => (
          <Collective key={collective.slug} collective={collective} isReading={state.isReading} />
        ))}
      </ul>
      <p className="quiet">{t('money.about')}</p>
    </div>
  );
}

function Problem({ state: { problem } }: Props) {
  const { t, times } = useWords();
  const now = useNow();
  if (!problem) return undefined;
  const { code, status = 0, sinceUtcMs } = problem;
  const why = t(`money.problem.${code}`, { status });
  return (
    <Note>
      <p>{t('money.problem', { time: times.clock(sinceUtcMs, now), why })}</p>
      <button type="button" onClick={() => void call('money.retry', undefined)}>
        {t('state.retry')}
      </button>
    </Note>
  );
}

type CollectiveProps = Readonly<{
  collective: MoneyState['collectives'][number];
  isReading: boolean;
}>;

function Collective({ collective, isReading }: CollectiveProps) {
  const { t, languageTag } = useWords();
  const { slug, name, balance, isMissing, isKnown } = collective;
  const unknown = isMissing
    ? t('money.missing', { slug })
    : t(isKnown ? 'money.notReported' : isReading ? 'state.loading' : 'money.unknown');
  return (
    <li className={styles.row}>
      <div className={styles.words}>
        <h2 dir="auto">{name}</h2>
        {balance ? (
          <p className={styles.amount}>{amountText(languageTag, balance)}</p>
        ) : (
          <p className="quiet">{unknown}</p>
        )}
      </div>
      {!isMissing && (
        <button
          type="button"
          aria-label={t('money.contributeTo', { name })}
          onClick={() => void call('money.contribute', { slug })}
        >
          {t('money.contribute')}
        </button>
      )}
    </li>
  );
}
