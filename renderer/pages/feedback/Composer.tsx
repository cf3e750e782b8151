import { useState } from 'react';
import { feedbackKinds, severities, textLimit } from '../../../shared/feedback/item.ts';
import type { Preview } from '../../../shared/feedback/preview-view.ts';
import type { DestinationView, Draft, FeedbackState } from '../../../shared/feedback/state.ts';
import { putBackFor, putBackIn } from '../../../shared/feedback/put-back.ts';
import { isAsShown } from '../../../shared/feedback/shown-place.ts';
import { oldBuildOf } from '../../../shared/feedback/old-build.ts';
import type { Snapshot } from '../../../shared/snapshot.ts';
import { call } from '../../app/bridge.ts';
import { useWords } from '../../app/words.ts';
import { Note } from '../../components/Note.tsx';
import { AboutField } from './AboutField.tsx';
import { PictureField } from './PictureField.tsx';
import { PreviewFold } from './PreviewFold.tsx';
import { SendRow } from './SendRow.tsx';
import { SimilarList } from './SimilarList.tsx';
import type { SendOutcome } from './SendRow.tsx';
import { SignInFold } from './SignInFold.tsx';
import type { Look } from './use-draft.ts';
import { composerId, useAnywhere } from './use-anywhere.ts';
import { useDraft } from './use-draft.ts';
import { usePicture } from './use-picture.ts';
import styles from './Composer.module.css';

type Props = Readonly<{
  id: string;
  first: Draft;
  /** Whether the outbox knows it already. */
  isKept: boolean;
  state: FeedbackState;
  snapshot: Snapshot;
  onSent: () => void;
}>;

type Act = (asked: { id: string; digest: string }) => Promise<SendOutcome>;

/** One screen from the first word to “send”. */
export function Composer({ id, first, isKept, state, snapshot, onSent }: Props) {
  const { t } = useWords();
  const work = useDraft(id, first, isKept);
  const picture = usePicture();
  const [open, setOpen] = useState(false);
  const [outcome, setOutcome] = useState<SendOutcome>();
  const [busy, setBusy] = useState(false);
  const { draft, change } = work;
  const old = oldBuildOf(draft.about, state);
  const destination = seenPlace(destinationOf(draft, state), work.look);
  const there = work.look && 'preview' in work.look ? work.look.preview.destination : undefined;

  /** The draft with the picture that is still being cut, if there is one. */
  const whole = async (): Promise<Draft | undefined> => {
    if (!picture.taken) return draft;
    const kept = await picture.keep();
    return kept && { ...draft, picture: kept };
  };
  /** What was looked at under its digest; looked at now, where the member has changed it a moment ago. */
  const looked = async () => {
    const it = await whole();
    if (!it) return undefined;
    return it === draft && work.isLookedAt() ? work.look : work.keep(it);
  };
  /** What is looked at only now may be for another place than the one that stands beside the button. */
  const actIfSeen = async ({ destination: found, digest }: Preview, act: Act) => {
    if (!destination || !isAsShown(destination, found)) return 'look-again';
    return act({ id, digest }).catch(() => 'failed' as const);
  };
  const withDigest = async (act: Act) => {
    if (busy) return;
    setBusy(true);
    setOutcome(undefined);
    const look = await looked().catch(() => undefined);
    const next = look && 'preview' in look ? await actIfSeen(look.preview, act) : undefined;
    setBusy(false);
    setOutcome(next);
    if (next === 'look-again') {
      setOpen(true);
      void work.lookAgain();
    }
    if (next !== 'taken') return;
    work.letGo();
    onSent();
  };
  const send = () => void withDigest((asked) => call('feedback.send', asked));
  const openForm = () => void withDigest((asked) => call('feedback.openForm', asked));
  useAnywhere({ onSend: send, onPicture: picture.takeFile });

  return (
    <>
      <form
        id={composerId}
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <AboutField
          about={draft.about}
          state={state}
          snapshot={snapshot}
          onChange={(about) => change({ about })}
        />
        {old && (
          <Note>
            {draft.about?.what === 'app'
              ? t('feedback.oldApp', { version: old.build, newest: old.newest })
              : t('feedback.oldBuild', old)}
          </Note>
        )}
        <div className={styles.pair}>
          <Choice
            name="kind"
            legend={t('feedback.kindField')}
            options={feedbackKinds}
            chosen={draft.kind}
            label={(kind) => t(`feedback.kind.${kind}`)}
            onChoose={(kind) => change({ kind })}
          />
          {draft.kind === 'broken' && (
            <Choice
              name="severity"
              legend={t('feedback.severityField')}
              options={severities}
              chosen={draft.severity}
              label={(severity) => t(`feedback.severity.${severity}`)}
              onChoose={(severity) => change({ severity })}
            />
          )}
        </div>
        <div className={styles.field}>
          <label htmlFor="feedback-text">{t('feedback.textField')}</label>
          <textarea
            id="feedback-text"
            rows={5}
            maxLength={textLimit}
            value={draft.text}
            // The page is opened to write here.
            // oxlint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
            aria-describedby="feedback-text-help"
            onChange={(event) => change({ text: event.target.value })}
          />
          <p id="feedback-text-help" className="quiet">
            {t('feedback.textField.help')}
          </p>
        </div>
        <PictureField
          kept={draft.picture}
          work={picture}
          onUse={() => void picture.keep().then((kept) => kept && change({ picture: kept }))}
          onRemove={() => change({ picture: undefined })}
        />
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={draft.withDiagnostics}
            onChange={(event) => change({ withDiagnostics: event.target.checked })}
          />
          <span>
            {t('feedback.diagnostics')}
            <span className="quiet">{t('feedback.diagnostics.help')}</span>
          </span>
        </label>
        {state.destinations.length > 1 && (
          <Choice
            name="destination"
            legend={t('feedback.where')}
            options={state.destinations.map((one) => one.id)}
            chosen={destination?.id}
            label={(one) => state.destinations.find((it) => it.id === one)?.name ?? one}
            onChoose={(destinationId) => change({ destinationId })}
          />
        )}
        <SimilarList draft={draft} destination={destination} />
        <PreviewFold
          look={work.look}
          hasTaken={picture.taken !== undefined}
          open={open}
          onOpen={setOpen}
          kept={there ? putBackIn(draft, there) : []}
          onKeep={(kept) => there && change(putBackFor(there, kept))}
        />
        <SendRow
          destination={destination}
          look={work.look}
          trouble={work.trouble}
          outcome={outcome}
          busy={busy}
          onOpenForm={openForm}
        />
      </form>
      {destination && destination.ready !== 'ready' && <SignInFold destination={destination} />}
    </>
  );
}

export function destinationOf(
  { destinationId }: Draft,
  { destinations }: FeedbackState,
): DestinationView | undefined {
  return destinations.find(({ id }) => id === destinationId) ?? destinations[0];
}

/** Who reads there is known better once somebody has looked: the document may call private what is public. */
export function seenPlace(
  named: DestinationView | undefined,
  look: Look | undefined,
): DestinationView | undefined {
  const found = look && 'preview' in look ? look.preview.destination : undefined;
  if (!named || !found) return named;
  const { readers } = found;
  return isAsShown({ ...named, readers }, found) ? { ...named, readers } : named;
}

type ChoiceProps<T extends string> = Readonly<{
  name: string;
  legend: string;
  options: readonly T[];
  chosen: T | undefined;
  label: (option: T) => string;
  onChoose: (option: T) => void;
}>;

function Choice<T extends string>(props: ChoiceProps<T>) {
  const { name, legend, options, chosen, label, onChoose } = props;
  return (
    <fieldset className={styles.choice}>
      <legend>{legend}</legend>
      {options.map((one) => (
        <label key={one}>
          <input
            type="radio"
            name={`feedback-${name}`}
            checked={one === chosen}
            onChange={() => onChoose(one)}
          />
          {label(one)}
        </label>
      ))}
    </fieldset>
  );
}
