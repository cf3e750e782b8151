import { useState } from 'react';
import type { Translate } from '../../../shared/i18n/translator.ts';
import type { ProxyState, ProxyTest } from '../../../shared/proxy/ipc.ts';
import { reasonSentence } from '../../../shared/wording/sentences.ts';
import { call } from '../../app/bridge.ts';
import { useWords } from '../../app/words.ts';
import styles from './network.module.css';

/** What connections go through, and a way to try it. */
export function ProxyInUse({ inUse }: Pick<ProxyState, 'inUse'>) {
  const { t } = useWords();
  const lines = inUse.map((one) => lineOf(t, one));
  return (
    <dl className={styles.inUse}>
      <dt>{t('proxy.inUse')}</dt>
      <dd>
        {lines.length === 0 && <p>{t('proxy.inUse.nothing')}</p>}
        {[...new Set(lines)].map((line) => (
          <p key={line}>{line}</p>
        ))}
        <Test />
      </dd>
    </dl>
  );
}

function lineOf(t: Translate, { from, way, variable }: ProxyState['inUse'][number]): string {
  if (way === undefined) return t('proxy.inUse.unusable');
  if (way === 'direct' || from === 'machine') return t('proxy.inUse.direct');
  return t(`proxy.inUse.${from}`, { proxy: way, variable: variable ?? '' });
}

function Test() {
  const { t, times } = useWords();
  const [tested, setTested] = useState<ProxyTest | 'testing' | 'broken'>();
  const test = async () => {
    setTested('testing');
    setTested(await call('proxy.test', undefined).catch(() => 'broken' as const));
  };
  const said = () => {
    if (tested === undefined || tested === 'testing') return '';
    if (tested === 'broken') return t('fault.call');
    if (tested.outcome === 'nothing') return t('proxy.test.nothing');
    const { host } = tested;
    if (tested.outcome === 'failed')
      return t('proxy.test.failed', { host, why: reasonSentence(t, times, tested.reason) });
    const { proxy, ms } = tested;
    return proxy === undefined
      ? t('proxy.test.direct', { host, ms })
      : t('proxy.test.through', { host, proxy, ms });
  };
  const isBusy = tested === 'testing';
  return (
    <div className={`row ${styles.test}`}>
      <button type="button" aria-disabled={isBusy} onClick={() => void (isBusy || test())}>
        {t(isBusy ? 'proxy.testing' : 'proxy.test')}
      </button>
      <output>{said()}</output>
    </div>
  );
}
