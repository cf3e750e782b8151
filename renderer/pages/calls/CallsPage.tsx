import { useState } from 'react';
import type { SoundFound } from '../../../shared/echo/call-check.ts';
import type { Failure } from '../../../shared/echo/failure.ts';
import { downServers, firstChoice } from '../../../shared/echo/first-choice.ts';
import type { EchoState, InstanceView } from '../../../shared/echo/state.ts';
import { isBlind } from '../../../shared/status/summary.ts';
import { failureSentence } from '../../../shared/wording/echo.ts';
import { call } from '../../app/bridge.ts';
import type { PageProps } from '../../app/page-props.ts';
import type { Words } from '../../app/words.ts';
import { useWords } from '../../app/words.ts';
import { ErrorLine } from '../../components/ErrorLine.tsx';
import { Failed } from '../../components/Failed.tsx';
import { Loading } from '../../components/Loading.tsx';
import { Note } from '../../components/Note.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Retriable } from '../../components/Retriable.tsx';
import { adviceOf, outcomeOf, runningTitle } from './calls-words.ts';
import { Choose } from './Choose.tsx';
import { Comparison } from './Comparison.tsx';
import { useEcho } from './echo-state.ts';
import type { Around } from './Meet.tsx';
import { Meet, Top } from './Meet.tsx';
import { PreCall } from './PreCall.tsx';
import { ResultView } from './ResultView.tsx';
import { announcement, Running } from './Running.tsx';
import { useShownResults } from './use-shown-results.ts';
import type { Wanted } from './wanted.ts';
import { repeatOf } from './wanted.ts';
import styles from './CallsPage.module.css';

export function CallsPage(props: PageProps<'calls'>) {
  return <Retriable>{(onRetry) => <Loaded {...props} onRetry={onRetry} />}</Retriable>;
}

function Loaded({
  route,
  snapshot,
  coop,
  onRetry,
}: PageProps<'calls'> & Readonly<{ onRetry: () => void }>) {
  const state = useEcho();
  const around = { coop, snapshot };
  if (typeof state === 'object') {
    return (
      <Calls
        key={route.instanceId}
        {...around}
        state={state}
        wantedId={route.instanceId}
        offline={isBlind(snapshot.connectivity)}
        down={downServers(state.instances, snapshot.services)}
      />
    );
  }
  return (
    <div className={styles.page}>
      <Top {...around} onTest={undefined} />
      {state === 'failed' ? <Failed onRetry={onRetry} /> : <Loading />}
    </div>
  );
}

type Props = Around &
  Readonly<{
    state: EchoState;
    wantedId: string | undefined;
    offline: boolean;
    /** Ids of the servers whose service is down. */
    down: readonly string[];
  }>;

type Refusal = Failure | 'broken' | 'moved';

export function Calls({ coop, snapshot, state, wantedId, offline, down }: Props) {
  const words = useWords();
  const { t } = words;
  const { run, instances } = state;
  const { shown, isJustOver, heading, show } = useShownResults(state);
  const [chosen, setChosen] = useState(
    () => instances.find(({ id }) => id === wantedId)?.id ?? firstChoice(state, down),
  );
  const { waiting, setWaiting, sound, refused, start } = useStart(instances);
  const [only, second] = shown;
  const retest = repeatOf(shown, instances);
  const isCheck = only !== undefined && adviceOf(only) !== undefined;
  const onAgain = retest && (() => (isCheck ? setWaiting(retest) : void start(retest)));

  const onTest = (instanceId: string) => {
    setChosen(instanceId);
    // Leads to the form, even if it is there already.
    show([]);
  };

  if (run) {
    return (
      <div className={styles.page}>
        <PageHeader title={runningTitle(words, run)} />
        <output className="unseen">{announcement(words, run)}</output>
        <Running run={run} sound={sound} />
      </div>
    );
  }
  if (waiting) {
    return (
      <PreCall
        onDone={(found) => void start(waiting, found)}
        onCancel={() => setWaiting(undefined)}
      />
    );
  }
  return (
    <div className={styles.page}>
      <output className="unseen">
        {isJustOver && only && t('calls.run.over', { verdict: outcomeOf(words, shown) })}
      </output>
      {second ? (
        <Comparison results={shown} heading={heading} onAgain={onAgain} onClose={() => show([])} />
      ) : only ? (
        <ResultView
          key={only.id}
          result={only}
          heading={heading}
          onAgain={onAgain}
          onClose={() => show([])}
        />
      ) : (
        <Top coop={coop} snapshot={snapshot} heading={heading} onTest={onTest} />
      )}
      {offline && <Note>{t('calls.offline')}</Note>}
      <ErrorLine>{refused && refusalText(t, refused)}</ErrorLine>
      {shown.length === 0 && (
        <Choose
          state={state}
          chosen={chosen}
          down={down}
          onChoose={setChosen}
          onCheck={setWaiting}
          onStart={(wanted) => void start(wanted)}
          onShow={show}
        />
      )}
      {shown.length > 0 && <Meet coop={coop} snapshot={snapshot} onTest={onTest} />}
    </div>
  );
}

function useStart(instances: readonly InstanceView[]) {
  /** The test that waits for microphone and speaker, and what of them the running one was told. */
  const [waiting, setWaiting] = useState<Wanted>();
  const [sound, setSound] = useState<SoundFound>();
  const [refused, setRefused] = useState<Refusal>();
  const start = async (wanted: Wanted, found?: SoundFound) => {
    setRefused(undefined);
    setSound(found);
    try {
      if (found) await call('echo.setSound', found);
      setRefused(await startTest(wanted, instances));
    } catch {
      setRefused('broken');
    }
    setWaiting(undefined);
  };
  return { waiting, setWaiting, sound, refused, start };
}

/** Sends the hosts shown to the member: main refuses if the document has changed one since. */
async function startTest(wanted: Wanted, instances: readonly InstanceView[]) {
  const chosen = instances.filter(({ id }) => wanted.instanceIds.includes(id));
  const shown = chosen.map(({ id, host }) => ({ instanceId: id, host }));
  return call('echo.start', { ...wanted, shown });
}

function refusalText(t: Words['t'], why: Refusal): string {
  if (why === 'broken') return t('calls.failed');
  return why === 'moved' ? t('calls.moved') : failureSentence(t, why);
}
