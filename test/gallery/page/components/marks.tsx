import { Inbox } from 'lucide-react';
import { AxisLabels } from '../../../../renderer/components/AxisLabels.tsx';
import { Badge } from '../../../../renderer/components/Badge.tsx';
import { Banner } from '../../../../renderer/components/Banner.tsx';
import { CoopMark } from '../../../../renderer/components/CoopMark.tsx';
import { EmptyState } from '../../../../renderer/components/EmptyState.tsx';
import { ErrorLine } from '../../../../renderer/components/ErrorLine.tsx';
import { Failed } from '../../../../renderer/components/Failed.tsx';
import { Fault } from '../../../../renderer/components/Fault.tsx';
import { FileNotes } from '../../../../renderer/components/FileNotes.tsx';
import type { IconLook } from '../../../../renderer/components/Icon.tsx';
import { Icon, shapes } from '../../../../renderer/components/Icon.tsx';
import { Legend } from '../../../../renderer/components/Legend.tsx';
import { Loading } from '../../../../renderer/components/Loading.tsx';
import { Note } from '../../../../renderer/components/Note.tsx';
import { PageHeader } from '../../../../renderer/components/PageHeader.tsx';
import { Pill } from '../../../../renderer/components/Pill.tsx';
import { StateIcon, stateLooks } from '../../../../renderer/components/StateIcon.tsx';
import { verdicts } from '../../../../shared/observation/observation.ts';
import type { ComponentStates } from '../entry.ts';

const nothing = () => undefined;
const tones = ['good', 'minor', 'bad', 'planned', 'unknown'] as const;
const look = (tone: IconLook['tone']): IconLook => ({ path: shapes.tick, tone, strokeWidth: 2.4 });

function Broken(): never {
  throw new Error('for the gallery');
}

export const states: ComponentStates = {
  Banner: () =>
    (['up', 'degraded', 'down', 'maintenance', 'unknown'] as const).map((verdict) => (
      <Banner
        key={verdict}
        look={stateLooks[verdict]}
        actions={<button type="button">Check now</button>}
      >
        <strong>Calls: {verdict}</strong>
        <p>The server says so.</p>
      </Banner>
    )),
  marks: () => (
    <>
      <div className="row">
        {verdicts.map((one) => (
          <StateIcon key={one} verdict={one} />
        ))}
        {tones.map((tone) => (
          <Icon key={tone} look={look(tone)} />
        ))}
      </div>
      <div className="row">
        {tones.map((tone) => (
          <Pill key={tone} tone={tone}>
            {tone}
          </Pill>
        ))}
      </div>
      <div className="row">
        {(['new', 'bad', 'minor'] as const).map((tone) => (
          <Badge key={tone} tone={tone}>
            3
          </Badge>
        ))}
      </div>
      <div className="row">
        <CoopMark name="Maple Street" />
        <CoopMark name="maple" />
      </div>
      <Legend
        items={tones.map((tone) => [tone, tone] as const)}
        renderSwatch={(tone) => <Icon look={look(tone)} />}
      />
      <AxisLabels labels={['0 ms', '50 ms', '100 ms']} />
    </>
  ),
  notes: () => (
    <>
      <PageHeader
        title="Backups"
        lead="Copies of the co-op’s data, kept elsewhere."
        actions={<button type="button">Check now</button>}
      />
      <Note>You’re offline, so nothing can be checked.</Note>
      <FileNotes
        troubles={[
          { of: 'echo', fault: 'set-aside', path: '/home/ana/.config/coop-tray/echo.json' },
        ]}
      />
      <ErrorLine>Something went wrong. Try again.</ErrorLine>
    </>
  ),
  empty: () => (
    <EmptyState icon={Inbox} text="Nothing yet. What you send shows up here, with replies." />
  ),
  failed: () => <Failed onRetry={nothing} />,
  loading: () => <Loading />,
  fault: () => (
    <Fault>
      <Broken />
    </Fault>
  ),
};
