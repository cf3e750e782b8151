import { DayBars } from '../../../../renderer/components/DayBars.tsx';
import { Plot, PlotLegend } from '../../../../renderer/components/Plot.tsx';
import { SmallStrip } from '../../../../renderer/components/SmallStrip.tsx';
import { Scroll } from '../../../../renderer/components/Scroll.tsx';
import type { ComponentStates } from '../entry.ts';

const points = (base: number) =>
  Array.from({ length: 20 }, (_, x) => ({ x, y: x === 8 ? undefined : base + (x % 5) * 6 }));
const looks = [
  'up',
  'up',
  'up',
  'degraded',
  'up',
  'down',
  'maintenance',
  'unknown',
  'unwatched',
] as const;

export const states: ComponentStates = {
  SmallStrip: () => <SmallStrip looks={[...looks, 'missing', 'ok']} length={12} />,
  DayBars: () => (
    <DayBars
      bars={Array.from({ length: 90 }, (_, at) => {
        const look = looks[at % looks.length] ?? 'up';
        return { date: `${at}`, look, sentence: `Day ${at}: ${look}` };
      })}
      label="Last 90 days"
      help="One bar per day; taller is worse."
      ends={['90 days ago', 'Today']}
      legend={looks.slice(2).map((look) => [look, look] as const)}
    />
  ),
  Plot: () => (
    <>
      <Plot
        series={[
          { look: 'echo', points: points(120) },
          { look: 'round-trip', points: points(40) },
        ]}
        losses={[{ x: 5, share: 0.1 }]}
        from={0}
        to={20}
        ends={['0 s', '20 s']}
        label={(value) => `${Math.round(value)} ms`}
      />
      <PlotLegend
        items={[
          ['echo', 'Echo'],
          ['round-trip', 'Round trip'],
          ['loss', 'Packet loss'],
        ]}
      />
    </>
  ),
  Scroll: () => (
    <Scroll label="Days" tall>
      <table>
        <thead>
          <tr>
            <th scope="col">Day</th>
            <th scope="col">Size</th>
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: 30 }, (_, at) => (
            <tr key={at}>
              <th scope="row">Nov {at + 1}</th>
              <td>5 GB</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  ),
};
