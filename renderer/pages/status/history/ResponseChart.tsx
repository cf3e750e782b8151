import { useEffect, useMemo, useRef } from 'react';
import type { HistoryView } from '../../../../shared/history/view.ts';
import { useWords } from '../../../app/words.ts';
import { Legend } from '../../../components/Legend.tsx';
import { measuredPhases } from './measured-phases.ts';
import styles from './ResponseChart.module.css';

/** Hidden from screen readers: `ResponseTimes` has the same as text. Loads the chart library on first use. */
export function ResponseChart({ history }: Readonly<{ history: HistoryView }>) {
  const { t, times } = useWords();
  const container = useRef<HTMLDivElement>(null);
  const legend = useRef<HTMLUListElement>(null);
  const measured = useMemo(() => measuredPhases(history.points), [history.points]);

  useEffect(() => {
    let remove = () => {};
    let isActive = true;
    const draw = async () => {
      const { drawChart } = await import('./chart.ts');
      if (!isActive || !container.current || !legend.current) return;
      remove();
      remove = drawChart(container.current, {
        history,
        phases: measured,
        times,
        text: getComputedStyle(legend.current).color,
        line: getComputedStyle(container.current).borderBottomColor,
        colours: [...legend.current.querySelectorAll('i')].map(
          (swatch) => getComputedStyle(swatch).backgroundColor,
        ),
      });
    };
    void draw();
    const scheme = matchMedia('(prefers-color-scheme: dark)');
    const redraw = () => void draw();
    scheme.addEventListener('change', redraw);
    return () => {
      isActive = false;
      scheme.removeEventListener('change', redraw);
      remove();
    };
  }, [history, measured, times]);

  return (
    <div aria-hidden="true">
      <div ref={container} className={styles.chart} />
      <Legend
        ref={legend}
        items={measured.map((phase) => [phase, t(`phase.${phase}`)] as const)}
        renderSwatch={(phase) => <i className={styles.swatch} data-phase={phase} />}
      />
    </div>
  );
}
