import type { LinkSourceView } from '../../../shared/links/state.ts';
import { useNow } from '../../app/now.ts';
import { useWords } from '../../app/words.ts';
import { Disclosure } from '../../components/Disclosure.tsx';
import { Note } from '../../components/Note.tsx';

type Props = Readonly<{ sources: readonly LinkSourceView[] }>;

/** Which lists could not be read, why, since when, and of when the links are. */
export function SourceProblems({ sources, onRetry }: Props & Readonly<{ onRetry: () => void }>) {
  const { t, times } = useWords();
  const now = useNow();
  return sources.map(({ id, name, problem, readAtUtcMs }) => {
    if (!problem) return undefined;
    const { code, status = 0, sinceUtcMs } = problem;
    const why = t(`links.problem.${code}`, { status });
    return (
      <Note key={id}>
        <p>
          {t('links.problem', { name, time: times.clock(sinceUtcMs, now), why })}{' '}
          {readAtUtcMs !== undefined &&
            t('links.problem.old', { time: times.clock(readAtUtcMs, now) })}
        </p>
        <button type="button" onClick={onRetry}>
          {t('state.retry')}
        </button>
      </Note>
    );
  });
}

/** Lines that are wrong: for those who write the list, and for members who look for one of them. */
export function SourceFaults({ sources }: Props) {
  const { t } = useWords();
  return sources.map(({ id, name, faults, left }) => {
    if (faults.length === 0 && left === 0) return undefined;
    return (
      <Disclosure key={id} summary={t('links.faults', { count: faults.length + left, name })}>
        <ul>
          {faults.map(({ line, keyword, code }) => (
            <li key={`${line} ${code}`}>
              {t('links.fault', { line, keyword, what: t(`links.fault.${code}`) })}
            </li>
          ))}
          {left > 0 && <li>{t('links.left', { count: left })}</li>}
        </ul>
      </Disclosure>
    );
  });
}
