import type { Result } from '../../../shared/echo/state.ts';
import type { Spread } from '../../../shared/echo/distribution.ts';
import { msText } from '../../../shared/wording/echo.ts';
import { useWords } from '../../app/words.ts';
import { Disclosure } from '../../components/Disclosure.tsx';
import { Scroll } from '../../components/Scroll.tsx';
import { figuresOf } from './figures.ts';
import styles from './tables.module.css';

/** All figures of a test, including those not measured. */
export function FiguresTable({ result }: Readonly<{ result: Result }>) {
  const { t } = useWords();
  const none = t('echo.notMeasured');
  const { spreads, single } = figuresOf(t, result);
  return (
    <Disclosure summary={t('calls.figures')}>
      <Scroll label={t('calls.figures')}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('calls.figures.name')}</th>
              <th scope="col">{t('calls.figures.median')}</th>
              <th scope="col">{t('calls.figures.p95')}</th>
              <th scope="col">{t('calls.figures.range')}</th>
            </tr>
          </thead>
          <tbody>
            {spreads.map(([name, spread]) => (
              <tr key={name}>
                <th scope="row">{t(`echo.figure.${name}`)}</th>
                <SpreadCells spread={spread} />
              </tr>
            ))}
            {single.map(([name, value]) => (
              <tr key={name}>
                <th scope="row">{t(`echo.figure.${name}`)}</th>
                <td colSpan={3} className={value === none ? 'quiet' : undefined}>
                  {value}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </Disclosure>
  );
}

function SpreadCells({ spread }: Readonly<{ spread: Spread | undefined }>) {
  const { t } = useWords();
  if (!spread) {
    return (
      <td colSpan={3} className="quiet">
        {t('echo.notMeasured')}
      </td>
    );
  }
  return (
    <>
      <td>{msText(t, spread.median)}</td>
      <td>{msText(t, spread.p95)}</td>
      <td>
        {Math.round(spread.min)}–{msText(t, spread.max)}
      </td>
    </>
  );
}
