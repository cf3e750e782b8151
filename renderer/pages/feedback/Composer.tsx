import { useState } from 'react';
import { oldBuildOf } from '../../../shared/feedback/old-build.ts';
import { putBackFor, putBackIn } from '../../../shared/feedback/put-back.ts';
import type { Draft, FeedbackState } from '../../../shared/feedback/state.ts';
import type { Snapshot } from '../../../shared/snapshot.ts';
import { useWords } from '../../app/words.ts';
import { Note } from '../../components/Note.tsx';
import { AboutField } from './AboutField.tsx';
import { destinationOf, seenPlace } from './destination.ts';
import { DestinationField, DiagnosticsField, KindFields, TextField } from './DraftFields.tsx';
import { PictureField } from './PictureField.tsx';
import { PreviewFold } from './PreviewFold.tsx';
import { SendRow } from './SendRow.tsx';
import { SignInFold } from './SignInFold.tsx';
import { SimilarList } from './SimilarList.tsx';
import { composerId, useAnywhere } from './use-anywhere.ts';
import { useDraft } from './use-draft.ts';
import { usePicture } from './use-picture.ts';
import { useSend } from './use-send.ts';
import styles from './Composer.module.css';

type Props = Readonly<{
  id: string;
  first: Draft;
  /** Whether it is in the outbox already. */
  isKept: boolean;
  state: FeedbackState;
  snapshot: Snapshot;
  onSent: () => void;
}>;

/** The form for one piece of feedback, with its preview and the send button. */
export function Composer({ id, first, isKept, state, snapshot, onSent }: Props) {
  const work = useDraft(id, first, isKept);
  const picture = usePicture();
  const [open, setOpen] = useState(false);
  const { draft, change, look } = work;
  const destination = seenPlace(destinationOf(draft, state), look);
  const preview = look && 'preview' in look ? look.preview : undefined;
  const onLookAgain = () => setOpen(true);
  const sending = useSend({ id, work, picture, destination, onLookAgain, onSent });
  useAnywhere({ onSend: sending.send, onPicture: picture.takeFile });

  return (
    <>
      <form
        id={composerId}
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          sending.send();
        }}
      >
        <AboutField
          about={draft.about}
          state={state}
          snapshot={snapshot}
          onChange={(about) => change({ about })}
        />
        <OldBuildNote draft={draft} state={state} />
        <KindFields draft={draft} onChange={change} />
        <TextField draft={draft} onChange={change} />
        <PictureField
          kept={draft.picture}
          work={picture}
          onUse={() => void picture.keep().then((kept) => kept && change({ picture: kept }))}
          onRemove={() => change({ picture: undefined })}
        />
        <DiagnosticsField draft={draft} onChange={change} />
        <DestinationField
          destinations={state.destinations}
          chosen={destination}
          onChange={change}
        />
        <SimilarList draft={draft} destination={destination} />
        <PreviewFold
          look={look}
          hasTaken={picture.taken !== undefined}
          open={open}
          onOpen={setOpen}
          kept={preview ? putBackIn(draft, preview.destination) : []}
          onKeep={(kept) => preview && change(putBackFor(preview.destination, kept))}
        />
        <SendRow
          destination={destination}
          look={look}
          trouble={work.trouble}
          outcome={sending.outcome}
          busy={sending.busy}
          onOpenForm={sending.openForm}
        />
      </form>
      {destination && destination.ready !== 'ready' && <SignInFold destination={destination} />}
    </>
  );
}

/** Warns that the build is old: what the feedback is about may be fixed already. */
function OldBuildNote({ draft, state }: Readonly<{ draft: Draft; state: FeedbackState }>) {
  const { t } = useWords();
  const old = oldBuildOf(draft.about, state);
  if (!old) return null;
  return (
    <Note>
      {draft.about?.what === 'app'
        ? t('feedback.oldApp', { version: old.build, newest: old.newest })
        : t('feedback.oldBuild', old)}
    </Note>
  );
}
