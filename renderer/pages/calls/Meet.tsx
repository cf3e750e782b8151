import type { RefObject } from 'react';
import { hasSection } from '../../../shared/coop/has-section.ts';
import type { CoopView } from '../../../shared/coop/view.ts';
import type { Snapshot } from '../../../shared/snapshot.ts';
import { useWords } from '../../app/words.ts';
import { PageHeader } from '../../components/PageHeader.tsx';
import { MeetingNotes } from './MeetingNotes.tsx';
import { Rooms } from './Rooms.tsx';

/** What the page tells besides the echo test. */
export type Around = Readonly<{ coop: CoopView; snapshot: Snapshot }>;

type MeetProps = Around &
  Readonly<{
    /** Selects a server of the echo test; absent while there is none to select. */
    onTest: ((instanceId: string) => void) | undefined;
  }>;

/** The page's title, and all that comes before the form of the test. */
export function Top({
  heading,
  ...around
}: MeetProps & Readonly<{ heading?: RefObject<HTMLHeadingElement | null> }>) {
  const { t } = useWords();
  const title = t('calls.title.none');
  const given = heading ? { heading } : {};
  if (!hasSection(around.coop, 'rooms', 'meetings'))
    return <PageHeader {...given} title={title} lead={t('calls.lead')} />;
  return (
    <>
      <PageHeader title={t('page.calls')} />
      <Meet {...around} />
      <div>
        <h2 ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <p className="quiet">{t('calls.lead')}</p>
      </div>
    </>
  );
}

/** Where members meet, and the notes of their meetings. */
export function Meet({ coop, snapshot: { services }, onTest }: MeetProps) {
  return (
    <>
      {coop.rooms && <Rooms rooms={coop.rooms} services={services} onTest={onTest} />}
      {hasSection(coop, 'meetings') && <MeetingNotes />}
    </>
  );
}
