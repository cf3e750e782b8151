import { use, useEffect, useRef, useState } from 'react';
import type { Failure } from '../../../shared/echo/failure.ts';
import { wantsCode } from '../../../shared/echo/failure.ts';
import type { EchoState, Result } from '../../../shared/echo/state.ts';
import { failureSentence, qualityText, verdictSentence } from '../../../shared/wording/echo.ts';
import { call } from '../../app/bridge.ts';
import { ClockContext, useNow } from '../../app/now.ts';
import type { Words } from '../../app/words.ts';
import { useWords } from '../../app/words.ts';
import type { Wanted } from './Choose.tsx';
import { Choose } from './Choose.tsx';
import { Comparison } from './Comparison.tsx';
import { useEcho } from './echo-state.ts';
import { EchoHistory } from './EchoHistory.tsx';
import { QualityIcon } from './QualityIcon.tsx';
import { ResultView } from './ResultView.tsx';
import { announcement, Running } from './Running.tsx';
import styles from './CallsPage.module.css';

/** A result this old is of the call that the member just had; in ms. */
const freshMs = 600_000;

export function CallsPage({ wantedId }: Readonly<{ wantedId: string | undefined }>) {
  const { t } = useWords();
  const state = useEcho();
  if (state === 'failed') return <h1>{t('calls.failed')}</h1>;
  if (!state) return <h1 className={styles.waiting}>{t('calls.title.loading')}</h1>;
  return <Calls state={state} wantedId={wantedId} />;
}

type Props = Readonly<{ state: EchoState; wantedId: string | undefined }>;

function Calls({ state, wantedId }: Props) {
  const words = useWords();
  const { t } = words;
  const clock = use(ClockContext);
  const now = useNow();
  const { run, results, instances } = state;
  const [shownIds, show] = useState(() => freshIds(state, clock()));
  const [chosen, setChosen] = useState<readonly string[]>(() => firstChosen(state, wantedId));
  const [refused, setRefused] = useState<Failure | 'broken' | 'moved'>();
  const heading = useRef<HTMLHeadingElement>(null);
  const [justOver, setJustOver] = useState(false);
  const wasRunning = useRef(run !== undefined);
  const newestBefore = useRef(results[0]?.id);

  useEffect(() => {
    const over = wasRunning.current && !run;
    wasRunning.current = run !== undefined;
    if (!over) return;
    // A test that was stopped before its first chirp leaves no result; an older one is not its own.
    const isNew = state.results[0]?.id !== newestBefore.current;
    newestBefore.current = state.results[0]?.id;
    setJustOver(isNew);
    show(isNew ? freshIds(state, clock()) : []);
    heading.current?.focus();
  }, [clock, run, state]);

  const shown = results.filter((one) => shownIds.includes(one.id));
  const start = (wanted: Wanted) => {
    setRefused(undefined);
    const visited = instances.filter(({ id }) => wanted.instanceIds.includes(id));
    call('echo.start', {
      ...wanted,
      shown: visited.map(({ id, host }) => ({ instanceId: id, host })),
    })
      .then((failed) => setRefused(failed))
      .catch(() => setRefused('broken'));
  };
  const again = () => {
    const ids = [...new Set(shown.map((one) => one.instance.id))];
    const known = ids.filter((id) => instances.some((one) => one.id === id));
    // A room that asks for a code is tested again by the form, which has a field for it.
    if (known.length !== ids.length || shown.some(({ failure }) => wantsCode(failure)))
      return undefined;
    return () => {
      setChosen(known);
      start({
        instanceIds: known,
        accessCodes: [],
        withSecret: known.length === 1 && !instances.find((one) => one.id === known[0])?.hasRoom,
      });
    };
  };
  const close = () => {
    setJustOver(false);
    show([]);
    heading.current?.focus();
  };
  const select = (ids: readonly string[]) => {
    setJustOver(false);
    show(ids);
    heading.current?.focus();
    heading.current?.scrollIntoView();
  };
  const [only, second] = shown;
  const told = run
    ? announcement(words, run)
    : justOver &&
      only &&
      t('calls.run.over', {
        verdict: second ? title(words, state, shown, now) : outcomeOf(words, only),
      });

  return (
    <div className={styles.page}>
      <div className={styles.top}>
        <h1 ref={heading} tabIndex={-1} className={styles.title}>
          {!run && only && !second && <QualityIcon quality={only.verdict.quality} />}
          {title(words, state, shown, now)}
        </h1>
        {!run && shown.length === 0 && <p className={styles.quiet}>{t('calls.explain')}</p>}
      </div>
      <output className="unseen">{told}</output>
      <p className={styles.error} role="alert">
        {refused && refusedText(t, refused)}
      </p>
      {run ? (
        <Running run={run} />
      ) : (
        <>
          {only && !second && (
            <ResultView key={only.id} result={only} onAgain={again()} onClose={close} />
          )}
          {only && second && <Comparison results={shown} onAgain={again()} onClose={close} />}
          <Choose state={state} chosen={chosen} onChoose={setChosen} onStart={start} />
          <EchoHistory results={results} onShow={select} />
        </>
      )}
    </div>
  );
}

function refusedText(t: Words['t'], why: Failure | 'broken' | 'moved'): string {
  if (why === 'broken') return t('calls.failed');
  return why === 'moved' ? t('calls.moved') : failureSentence(t, why);
}

function outcomeOf({ t }: Words, { failure, verdict, measurement }: Result): string {
  return failure ? failureSentence(t, failure) : verdictSentence(t, verdict, measurement);
}

/** The sentence that answers the question. */
function title(
  { t, times }: Words,
  { run, results }: EchoState,
  shown: readonly Result[],
  now: number,
): string {
  const [only, second] = shown;
  const last = results.find(isOwn);
  if (run) {
    const { name } = run.instance;
    return run.part
      ? t('calls.title.comparing', { ...run.part, name })
      : t('calls.title.running', { name });
  }
  if (second) return t('calls.title.comparison', { count: shown.length });
  const word = (one: Result) => ({
    name: one.instance.name,
    quality: qualityText(t, one.verdict.quality),
  });
  if (only) return t('calls.title.result', word(only));
  if (!last) return t('calls.title.none');
  return t('calls.title.last', { ...word(last), time: times.clock(last.atUtcMs, now) });
}

/** What has just been tested: the comparison, if the newest result belongs to it. */
function freshIds({ results, comparison = [] }: EchoState, now: number): readonly string[] {
  const newest = results.find(isOwn);
  if (!newest || now - newest.atUtcMs > freshMs) return [];
  return comparison.includes(newest.id) ? comparison : [newest.id];
}

const isOwn = (result: Result) => !result.taken;

function firstChosen({ instances, results }: EchoState, wantedId: string | undefined): string[] {
  const known = (id: string | undefined) => instances.find((one) => one.id === id)?.id;
  const id = known(wantedId) ?? known(results.find(isOwn)?.instance.id) ?? instances[0]?.id;
  return id === undefined ? [] : [id];
}
