import { useState } from 'react';
import type { CoopView } from '../../../shared/coop/view.ts';
import type { RouteOf } from '../../../shared/route.ts';
import { directorySentence } from '../../../shared/wording/sentences.ts';
import { call } from '../../app/bridge.ts';
import { useWords } from '../../app/words.ts';
import { Dialog, DialogButtons } from '../../components/Dialog.tsx';
import { ErrorLine } from '../../components/ErrorLine.tsx';

type Props = Readonly<{ route: RouteOf<'settings'>; coop: CoopView; isDemo: boolean }>;

/**
 * Asks whether to follow a link to another co-op. A later link does not change a question that is being read: the member
 * would answer it for a co-op that they have not seen.
 */
export function JoinQuestion({ route, coop, isDemo }: Props) {
  const [taken, setTaken] = useState<RouteOf<'settings'>>();
  const [asked, setAsked] = useState<string>();
  if (route !== taken) {
    setTaken(route);
    if (asked === undefined) setAsked(route.join);
  }
  if (asked === undefined) return null;
  return <Question to={asked} from={coop} isDemo={isDemo} onClose={() => setAsked(undefined)} />;
}

type QuestionProps = Readonly<{
  to: string;
  from: CoopView;
  isDemo: boolean;
  onClose: () => void;
}>;

/** The focus starts on Cancel, so that a key that was meant for something else joins nothing. */
function Question({ to, from, isDemo, onClose }: QuestionProps) {
  const { t } = useWords();
  const [isJoining, setJoining] = useState(false);
  const [error, setError] = useState('');
  const { name, source } = from;
  const join = async () => {
    if (isJoining) return;
    setJoining(true);
    setError('');
    const failed = await (isDemo ? leaveDemoFor(to) : joinCoop(to)).catch(() => t('fault.call'));
    if (failed === undefined) return onClose();
    setError(failed);
    setJoining(false);
  };
  const joinCoop = async (coop: string) => {
    const result = await call('coop.join', { source: coop });
    return result.joined ? undefined : directorySentence(t, result.error, coop);
  };
  return (
    <Dialog
      title={isDemo ? t('move.demo.title', { coop: to }) : t('move.title', { source, coop: to })}
      onClose={onClose}
    >
      <p>{t('move.text')}</p>
      {!isDemo && <p>{t('settings.change.kept', { name })}</p>}
      <ErrorLine>{error}</ErrorLine>
      <DialogButtons onCancel={onClose}>
        <button
          type="button"
          className="primary"
          aria-disabled={isJoining}
          onClick={() => void join()}
        >
          {t(isJoining ? 'join.busy' : isDemo ? 'demo.leave' : 'move.action')}
        </button>
      </DialogButtons>
    </Dialog>
  );
}

async function leaveDemoFor(coop: string): Promise<undefined> {
  await call('demo.leave', { coop });
}
