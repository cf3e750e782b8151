import type { Crash } from '../../shared/crash/incident.ts';
import type { CoopView } from '../../shared/coop/view.ts';
import { hasSection } from '../../shared/coop/has-section.ts';
import { crashReport } from '../../shared/wording/crash.ts';
import { call } from '../app/bridge.ts';
import type { Go } from '../app/page-props.ts';
import { useWords } from '../app/words.ts';
import { Note } from './Note.tsx';

type Props = Readonly<{ crash: Crash; version: string; coop: CoopView; go: Go }>;

/** Offers a report of what has ended unexpectedly. Nothing is sent from here. */
export function CrashNote({ crash, version, coop, go }: Props) {
  const { t } = useWords();
  const answer = () => void call('window.answerCrash', undefined).catch(() => undefined);
  const report = () => {
    answer();
    const about = { what: 'app' as const, name: t('app.name'), build: version };
    go({ page: 'feedback', begun: { text: crashReport(t, crash), about, withLog: true } });
  };
  const takesFeedback = hasSection(coop, 'feedback');
  return (
    <Note>
      <p>
        {t(`crash.${crash.kind}`, { count: crash.count })}{' '}
        {t(takesFeedback ? 'crash.explain' : 'crash.explain.noFeedback')}
      </p>
      <div className="row">
        {takesFeedback && (
          <button type="button" onClick={report}>
            {t('crash.report')}
          </button>
        )}
        <button type="button" onClick={answer}>
          {t(takesFeedback ? 'crash.dismiss' : 'crash.ok')}
        </button>
      </div>
    </Note>
  );
}
