import { useState } from 'react';
import type { ExportFormat } from '../../../shared/history/view.ts';
import { exportFormats } from '../../../shared/history/view.ts';
import { call } from '../../app/bridge.ts';
import { useWords } from '../../app/words.ts';

/** Exports the history of all services without a `serviceId`. */
export function ExportButtons({ serviceId }: Readonly<{ serviceId?: string }>) {
  const { t } = useWords();
  const [outcome, setOutcome] = useState<'saved' | 'cancelled' | 'failed'>();
  const save = async (format: ExportFormat) => {
    setOutcome(undefined);
    const wanted = { format, ...(serviceId === undefined ? {} : { serviceId }) };
    setOutcome(await call('history.export', wanted).catch(() => 'failed' as const));
  };
  return (
    <fieldset className="row" aria-label={t('history.export')}>
      {exportFormats.map((format) => (
        <button key={format} type="button" onClick={() => void save(format)}>
          {t(`history.export.${format}`)}
        </button>
      ))}
      <output className="quiet">
        {outcome && outcome !== 'cancelled' && t(`history.export.${outcome}`)}
      </output>
    </fieldset>
  );
}
