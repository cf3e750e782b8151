import { useState } from 'react';
import { oldBuildOf } from '../../../shared/feedback/old-build.ts';
import { putBackFor, putBackIn } from '../../../shared/feedback/put-back.ts';
import type { Draft, FeedbackState } from '../../../shared/feedback/state.ts';
import type { Snapshot } from '../../../shared/snapshot.ts';
import { useWords } from '../../app/words.ts';
import { Note } from '../../components/Note.tsx';
import { AboutField } from './AboutField.tsx';
import { destinationOf, seenPlace } from './destination.ts';
import { DiagnosticsField, KindField, LogField, MoreFields, TextField } from './DraftFields.tsx';
import type { OpenDraft } from './open-draft.ts';
import { PictureField } from './PictureField.tsx';
import { PictureWays } from './PictureWays.tsx';
import { PreviewDialog } from './PreviewDialog.tsx';
import { SendBar } from './SendBar.tsx';
import { SignedOutNote } from './SignedOutNote.tsx';
import { SimilarList } from './SimilarList.tsx';
import { composerId, useAnywhere } from './use-anywhere.ts';
import { useDraft } from './use-draft.ts';
import { usePicture } from './use-picture.ts';
import { useSend } from './use-send.ts';
import styles from './Composer.module.css';

type Props = OpenDraft &
  Readonly<{
    state: FeedbackState;
    snapshot: Snapshot;
    isShown: boolean;
    onSent: () => void;
  }>;

/** The form for one piece of feedback, with its preview and the send button. */
export function Composer({ id, first, isKept, state, snapshot, isShown, onSent }: Props) {
  const { t } = useWords();
  const work = useDraft(id, first, isKept);
  const picture = usePicture();
  const [previewed, setPreviewed] = useState(false);
  const { draft, change, look } = work;
  const destination = seenPlace(destinationOf(draft, state), look);
  const preview = look && 'preview' in look ? look.preview : undefined;
  const onLookAgain = () => setPreviewed(true);
  const sending = useSend({ id, work, picture, destination, onLookAgain, onSent });
  useAnywhere({ isShown, onSend: sending.send, onPicture: picture.takeFile });
  return (
    <>
      {snapshot.connectivity.state === 'offline' && (
        <div className={styles.above}>
          <Note>{t('feedback.offline')}</Note>
        </div>
      )}
      {destination && <SignedOutNote destination={destination} />}
      <form
        id={composerId}
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          sending.send();
        }}
      >
        <div className={styles.pair}>
          <AboutField
            about={draft.about}
            state={state}
            snapshot={snapshot}
            onChange={(about) => change({ about })}
          />
          <KindField draft={draft} onChange={change} />
        </div>
        <OldBuildNote draft={draft} state={state} />
        <TextField draft={draft} onChange={change}>
          {!picture.taken && !picture.sources && !draft.picture && <PictureWays work={picture} />}
        </TextField>
        <PictureField
          kept={draft.picture}
          work={picture}
          onUse={() => void picture.keep().then((kept) => kept && change({ picture: kept }))}
          onRemove={() => change({ picture: undefined })}
        />
        <SimilarList draft={draft} destination={destination} />
        <DiagnosticsField draft={draft} onChange={change} />
        <LogField draft={draft} onChange={change} />
        <MoreFields draft={draft} state={state} onChange={change} />
        <SendBar
          state={state}
          destination={destination}
          onDestination={(destinationId) => change({ destinationId })}
          look={look}
          trouble={work.trouble}
          sending={sending}
          onPreview={() => setPreviewed(true)}
        />
      </form>
      {previewed && (
        <PreviewDialog
          look={look}
          hasTaken={picture.taken !== undefined}
          kept={preview ? putBackIn(draft, preview.destination) : []}
          onKeep={(kept) => preview && change(putBackFor(preview.destination, kept))}
          onClose={() => setPreviewed(false)}
        />
      )}
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
