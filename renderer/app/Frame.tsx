import { Suspense, memo, useRef } from 'react';
import type { RailPage } from '../../shared/pages.ts';
import type { Route, RouteOf } from '../../shared/route.ts';
import { shownRoute } from '../../shared/route.ts';
import type { Snapshot } from '../../shared/snapshot.ts';
import type { CoopView } from '../../shared/coop/view.ts';
import { Fault } from '../components/Fault.tsx';
import { Loading } from '../components/Loading.tsx';
import styles from './Frame.module.css';
import { FocusHeading, useFocusAgain, useKeptFocus } from './focus.ts';
import { useKeptScroll } from './kept-scroll.ts';
import { LiveRegion } from './LiveRegion.tsx';
import type { Go } from './page-props.ts';
import { drawPage } from './pages.tsx';
import { Rail } from './Rail.tsx';
import { TextLanguages, useTextLanguages } from './text-languages.ts';
import { useTitle } from './title.ts';

type Props = Readonly<{
  snapshot: Snapshot;
  coop: CoopView;
  route: Route;
  go: Go;
  lastServiceId: string | undefined;
}>;

/** The rail and the page of the current route. */
export function Frame(props: Props) {
  const { snapshot, coop, route, go } = props;
  const shown = shownRoute(route, coop);
  const main = useRef<HTMLElement>(null);
  useKeptFocus(main);
  useFocusAgain(main);
  useKeptScroll(main, route);
  useTitle(shown, snapshot, coop);
  const languages = useTextLanguages(coop);
  return (
    <TextLanguages value={languages}>
      <div className={styles.frame}>
        <LiveRegion snapshot={snapshot} />
        <Rail snapshot={snapshot} coop={coop} route={shown} go={go} />
        <main ref={main} tabIndex={-1} className={styles.main}>
          <Fault key={shown.page}>
            <Suspense fallback={<Loading />}>
              <Page {...props} route={shown} />
              <FocusHeading main={main} route={route} />
            </Suspense>
          </Fault>
        </main>
      </div>
    </TextLanguages>
  );
}

type PageProps = Omit<Props, 'route'> & Readonly<{ route: RouteOf<RailPage> }>;

/** Memoised: skips the renders in which a deferred snapshot has not arrived yet. */
const Page = memo(function Page(props: PageProps) {
  return drawPage(props.route.page, props);
});
