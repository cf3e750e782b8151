import { useState } from 'react';
import { call } from '../../app/bridge.ts';
import { useWords } from '../../app/words.ts';

type Outcome = 'opened' | 'cancelled' | 'not-a-report' | 'needs-newer' | 'failed';

/** Opens a saved report. */
export function ReportButton() {
  const { t } = useWords();
  const [outcome, setOutcome] = useState<Outcome>('cancelled');
  const open = async () => {
    setOutcome('cancelled');
    setOutcome(await call('echo.openReport', undefined).catch(() => 'failed' as const));
  };
  return (
    <>
      <button type="button" onClick={() => void open()}>
        {t('calls.history.open')}
      </button>
      <output className="quiet">
        {outcome === 'opened' && t('calls.history.opened')}
        {outcome !== 'opened' && outcome !== 'cancelled' && t(`calls.history.open.${outcome}`)}
      </output>
    </>
  );
}
