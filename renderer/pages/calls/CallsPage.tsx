import { useState } from 'react';
import type { Failure } from '../../../shared/echo/failure.ts';
import { wantsCode } from '../../../shared/echo/failure.ts';
import type { EchoState, InstanceView, Result } from '../../../shared/echo/state.ts';
import { failureSentence } from '../../../shared/wording/echo.ts';
import { call } from '../../app/bridge.ts';
import { useNow } from '../../app/now.ts';
import type { PageProps } from '../../app/page-props.ts';
import type { Words } from '../../app/words.ts';
import { useWords } from '../../app/words.ts';
import { ErrorLine } from '../../components/ErrorLine.tsx';
import { outcomeOf, titleOf } from './calls-words.ts';
import type { Wanted } from './Choose.tsx';
import { Choose } from './Choose.tsx';
import { Comparison } from './Comparison.tsx';
import { useEcho } from './echo-state.ts';
import { EchoHistory } from './EchoHistory.tsx';
import { lastOwn } from './fresh-results.ts';
import { QualityIcon } from './QualityIcon.tsx';
import { ResultView } from './ResultView.tsx';
import { announcement, Running } from './Running.tsx';
import { useShownResults } from './use-shown-results.ts';
import styles from './CallsPage.module.css';

export function CallsPage({ route }: PageProps<'calls'>) {
  const { t } = useWords();
  const state = useEcho();
  if (state === 'failed') return <h1>{t('calls.failed')}</h1>;
  if (!state) return <h1 className="quiet">{t('calls.title.loading')}</h1>;
  return <Calls key={route.instanceId} state={state} wantedId={route.instanceId} />;
}

type Props = Readonly<{ state: EchoState; wantedId: string | undefined }>;

type Refusal = Failure | 'broken' | 'moved';

function Calls({ state, wantedId }: Props) {
  const words = useWords();
  const { t } = words;
  const now = useNow();
  const { run, results, instances } = state;
  const { shown, isJustOver, heading, show } = useShownResults(state);
  const [chosen, setChosen] = useState<readonly string[]>(() => firstChosen(state, wantedId));
  const [refused, setRefused] = useState<Refusal>();
  const [only, second] = shown;
  const title = titleOf(words, state, shown, now);
  const announced = run
    ? announcement(words, run)
    : isJustOver &&
      only &&
      t('calls.run.over', { verdict: second ? title : outcomeOf(words, only) });

  const start = (wanted: Wanted) => {
    setRefused(undefined);
    startTest(wanted, instances).then(setRefused, () => setRefused('broken'));
  };
  const retest = repeatOf(shown, instances);
  const onAgain =
    retest &&
    (() => {
      setChosen(retest.instanceIds);
      start(retest);
    });
  const onClose = () => show([]);

  return (
    <div className={styles.page}>
      <div className={styles.top}>
        <h1 ref={heading} tabIndex={-1} className={styles.title}>
          {!run && only && !second && <QualityIcon quality={only.verdict.quality} />}
          {title}
        </h1>
        {!run && shown.length === 0 && <p className="quiet">{t('calls.explain')}</p>}
      </div>
      <output className="unseen">{announced}</output>
      <ErrorLine>{refused && refusalText(t, refused)}</ErrorLine>
      {run ? (
        <Running run={run} />
      ) : (
        <>
          {only && !second && (
            <ResultView key={only.id} result={only} onAgain={onAgain} onClose={onClose} />
          )}
          {second && <Comparison results={shown} onAgain={onAgain} onClose={onClose} />}
          <Choose state={state} chosen={chosen} onChoose={setChosen} onStart={start} />
          <EchoHistory results={results} onShow={show} />
        </>
      )}
    </div>
  );
}

/** Sends the hosts shown to the member: main refuses if the document has changed one since. */
async function startTest(wanted: Wanted, instances: readonly InstanceView[]) {
  const chosen = instances.filter(({ id }) => wanted.instanceIds.includes(id));
  const shown = chosen.map(({ id, host }) => ({ instanceId: id, host }));
  return call('echo.start', { ...wanted, shown });
}

/** Repeats a test. Undefined if that needs the form, for example for an access code. */
function repeatOf(
  shown: readonly Result[],
  instances: readonly InstanceView[],
): Wanted | undefined {
  const ids = [...new Set(shown.map((one) => one.instance.id))];
  const known = instances.filter(({ id }) => ids.includes(id));
  if (known.length !== ids.length || shown.some(({ failure }) => wantsCode(failure))) {
    return undefined;
  }
  return {
    instanceIds: ids,
    accessCodes: [],
    withSecret: known.length === 1 && known[0]?.hasRoom === false,
  };
}

function refusalText(t: Words['t'], why: Refusal): string {
  if (why === 'broken') return t('calls.failed');
  return why === 'moved' ? t('calls.moved') : failureSentence(t, why);
}

function firstChosen({ instances, results }: EchoState, wantedId: string | undefined): string[] {
  const known = (id: string | undefined) => instances.find((one) => one.id === id)?.id;
  const id = known(wantedId) ?? known(lastOwn(results)?.instance.id) ?? instances[0]?.id;
  return id === undefined ? [] : [id];
}
