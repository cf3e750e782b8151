import { useEffect } from 'react';
import type { CoopView } from '../../shared/coop/view.ts';
import type { RailPage } from '../../shared/pages.ts';
import type { RouteOf } from '../../shared/route.ts';
import type { Snapshot } from '../../shared/snapshot.ts';
import { useWords } from './words.ts';

/** Names the window after what it shows: screen readers and lists of windows say it first. */
export function useTitle(route: RouteOf<RailPage>, { services }: Snapshot, coop: CoopView): void {
  const { t } = useWords();
  const service = route.page === 'status' && services.find(({ id }) => id === route.serviceId);
  const page = service ? service.name : t(`page.${route.page}`);
  const title = t('window.title', { page, coop: coop.name, app: t('app.name') });
  useEffect(() => {
    document.title = title;
  }, [title]);
}
