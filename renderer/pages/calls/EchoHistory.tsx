import { useState } from 'react';
import type { Result } from '../../../shared/echo/state.ts';
import { filterBy } from '../../../shared/text/filter.ts';
import { qualityText } from '../../../shared/wording/echo.ts';
import { useNow } from '../../app/now.ts';
import type { Words } from '../../app/words.ts';
import { useKept } from '../../app/kept.ts';
import { useWords } from '../../app/words.ts';
import { FilterField } from '../../components/FilterField.tsx';
import { LongList } from '../../components/LongList.tsx';
import { medianWords } from './figure-words.ts';
import { HistoryChart } from './HistoryChart.tsx';
import { QualityIcon } from './QualityIcon.tsx';
import { useOutcome } from './outcomes.ts';
import { ReportButton } from './ReportButton.tsx';
import styles from './EchoHistory.module.css';

type Props = Readonly<{
  results: readonly Result[];
  onShow: (resultIds: readonly string[]) => void;
}>;

/** Minimum number of results for a filter. */
const filterFrom = 6;
const firstRows = 20;
/** More cannot be compared at a glance. */
const maxPicked = 16;

/** Past tests, to show again or to compare. */
export function EchoHistory({ results, onShow }: Props) {
  const words = useWords();
  const { t } = words;
  const [text, setText] = useKept('calls.filter', '');
  const [picked, setPicked] = useState<readonly string[]>([]);
  const isWanted = filterBy(text);
  const found = results.filter((one) => textsOf(words, one).some(isWanted));
  // A picked result may have been deleted since.
  const existing = picked.filter((id) => results.some((one) => one.id === id));
  const { outcome, copy, save } = useOutcome(existing);
  const pick = (id: string, on: boolean) =>
    setPicked(on ? [...existing, id] : existing.filter((one) => one !== id));
  return (
    <section className={styles.history} aria-label={t('calls.history')}>
      {results.length === 0 && <p className="quiet">{t('calls.history.none')}</p>}
      {results.length > 1 && <HistoryChart results={results} />}
      {results.length >= filterFrom && (
        <div className="row">
          <FilterField label={t('calls.history.filter')} text={text} onText={setText} />
        </div>
      )}
      {text.trim() && found.length === 0 && (
        <p className="quiet">{t('calls.history.noMatch', { text: text.trim() })}</p>
      )}
      {found.length > 0 && (
        <div>
          <LongList items={found} first={firstRows} className={styles.list}>
            {(one) => (
              <Row
                key={one.id}
                result={one}
                picked={existing.includes(one.id)}
                mayPick={existing.length < maxPicked}
                onPick={(on) => pick(one.id, on)}
                onShow={() => onShow([one.id])}
              />
            )}
          </LongList>
        </div>
      )}
      <div className="row">
        {existing.length > 0 && (
          <>
            <span>{t('calls.history.picked', { count: existing.length })}</span>
            <button
              type="button"
              aria-disabled={existing.length < 2}
              onClick={() => {
                if (existing.length < 2) return;
                onShow(existing);
                setPicked([]);
              }}
            >
              {t('calls.history.compare')}
            </button>
            <button type="button" onClick={copy}>
              {t('calls.history.copyOf')}
            </button>
            <button type="button" onClick={save}>
              {t('calls.history.saveOf')}
            </button>
          </>
        )}
        <output>{outcome && t(`calls.${outcome}`)}</output>
        <ReportButton />
      </div>
    </section>
  );
}

type RowProps = Readonly<{
  result: Result;
  picked: boolean;
  mayPick: boolean;
  onPick: (on: boolean) => void;
  onShow: () => void;
}>;

function Row({ result, picked, mayPick, onPick, onShow }: RowProps) {
  const { t, times } = useWords();
  const now = useNow();
  const name = result.instance.name;
  const time = times.clock(result.atUtcMs, now);
  return (
    <li className={styles.item}>
      <input
        type="checkbox"
        className={styles.pick}
        checked={picked}
        disabled={!picked && !mayPick}
        aria-label={t('calls.history.pick', { name, time })}
        onChange={(event) => onPick(event.target.checked)}
      />
      <button type="button" className={styles.show} onClick={onShow}>
        <QualityIcon quality={result.verdict.quality} />
        <span className={styles.name}>
          <bdi>{name}</bdi>{' '}
          <span className="quiet">
            <bdi>{result.place}</bdi>
            {result.taken && ` · ${t('calls.history.taken')}`}
          </span>
        </span>
        <span className="quiet">{time}</span>
        <span className={styles.figure}>
          <span className={result.measurement.echo?.ms ? 'unseen' : undefined}>
            {qualityText(t, result.verdict.quality)}{' '}
          </span>
          {result.measurement.echo?.ms && medianWords(t, result.measurement.echo.ms)}
        </span>
      </button>
    </li>
  );
}

/** What a test may be found by. */
function textsOf({ t }: Words, { instance, place, verdict, host }: Result): readonly string[] {
  return [instance.name, place ?? '', host ?? '', qualityText(t, verdict.quality)];
}
