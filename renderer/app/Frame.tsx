import { Suspense, memo, useRef } from 'react';
import type { RailPage } from '../../shared/pages.ts';
import type { Route, RouteOf } from '../../shared/route.ts';
import { shownRoute } from '../../shared/route.ts';
import type { Snapshot } from '../../shared/snapshot.ts';
import type { CoopView } from '../../shared/coop/view.ts';
import { Fault } from '../components/Fault.tsx';
import { Loading } from '../components/Loading.tsx';
import styles from './Frame.module.css';
import { LiveRegion } from './LiveRegion.tsx';
import { useFocusOnRoute } from './navigation.ts';
import type { Go } from './page-props.ts';
import { drawPage } from './pages.tsx';
import { Rail } from './Rail.tsx';

type Props = Readonly<{ snapshot: Snapshot; coop: CoopView; route: Route; go: Go }>;

/** The rail and the page of the current route. */
export function Frame({ snapshot, coop, route, go }: Props) {
  const shown = shownRoute(route, coop);
  const main = useRef<HTMLElement>(null);
  useFocusOnRoute(main, route);
  return (
    <div className={styles.frame}>
      <LiveRegion snapshot={snapshot} />
      <Rail snapshot={snapshot} coop={coop} page={shown.page} go={go} />
      <main ref={main} tabIndex={-1} className={`${styles.main} scrolls`}>
        <Fault key={shown.page}>
          <Suspense fallback={<Loading />}>
            <Page route={shown} snapshot={snapshot} coop={coop} go={go} />
          </Suspense>
        </Fault>
      </main>
    </div>
  );
}

type PageProps = Omit<Props, 'route'> & Readonly<{ route: RouteOf<RailPage> }>;

/** Memoised: skips the renders in which a deferred snapshot has not arrived yet. */
const Page = memo(function Page(props: PageProps) {
  return drawPage(props.route.page, props);
});
