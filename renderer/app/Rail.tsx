import { useEffect, useRef } from 'react';
import type { RouteOf } from '../../shared/route.ts';
import type { Snapshot } from '../../shared/snapshot.ts';
import type { CoopView } from '../../shared/coop/view.ts';
import type { RailPage } from '../../shared/pages.ts';
import { badgeOf, pagesIn } from '../../shared/pages.ts';
import { railLine } from '../../shared/wording/rail-line.ts';
import { Badge } from '../components/Badge.tsx';
import { CoopMark } from '../components/CoopMark.tsx';
import { DocumentText } from '../components/DocumentText.tsx';
import { Said } from '../components/Said.tsx';
import { StateIcon } from '../components/StateIcon.tsx';
import { pageKeys } from './keys.ts';
import type { Go } from './page-props.ts';
import { pageIcons } from './pages.tsx';
import styles from './Rail.module.css';
import { useLogo } from './use-logo.ts';
import { useWords } from './words.ts';

type Props = Readonly<{ snapshot: Snapshot; coop: CoopView; route: RouteOf<RailPage>; go: Go }>;

export function Rail({ snapshot, coop, route, go }: Props) {
  const { t } = useWords();
  const { page } = route;
  const logo = useLogo(snapshot.logo);
  const list = useRef<HTMLUListElement>(null);
  // In a narrow window the list is a line that scrolls sideways.
  useEffect(() => {
    const showCurrent = () => {
      const current = list.current?.querySelector(`[data-page='${page}']`);
      current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    };
    showCurrent();
    window.addEventListener('resize', showCurrent);
    return () => window.removeEventListener('resize', showCurrent);
  }, [page]);
  return (
    <nav className={styles.rail} aria-label={t('nav.label')}>
      <div className={styles.coop}>
        <p className={styles.coopName} dir="auto">
          <CoopMark name={coop.name} logo={logo} />
          <span>
            <DocumentText>{coop.name}</DocumentText>
          </span>
        </p>
        <StateLine snapshot={snapshot} route={route} />
      </div>
      <ul ref={list} className={styles.pages}>
        {pagesIn(coop).map((name, at) => {
          const Picture = pageIcons[name];
          const badge = badgeOf(name, snapshot);
          const news = badge && t(badge.label, { count: badge.count });
          return (
            <li key={name} data-page={name}>
              <button
                type="button"
                className={styles.page}
                aria-current={name === page ? 'page' : undefined}
                aria-keyshortcuts={pageKeys(name, at)}
                onClick={() => go({ page: name })}
              >
                <Said words={[t(`page.${name}`), news]}>
                  <Picture size={18} strokeWidth={1.75} />
                  <span className={styles.name}>{t(`page.${name}`)}</span>
                  {badge && <Badge tone={badge.tone}>{badge.count}</Badge>}
                </Said>
              </button>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

/** Always one line, so that no state moves the pages below it. */
function StateLine({ snapshot, route }: Pick<Props, 'snapshot' | 'route'>) {
  const { t } = useWords();
  const { text, verdict } = railLine(t, snapshot);
  // The headings of these pages say the same to a screen reader.
  const isSaid =
    route.page === 'today' || (route.page === 'status' && route.serviceId === undefined);
  return (
    <p className={styles.state} title={text} aria-hidden={isSaid}>
      <StateIcon verdict={verdict} />
      <span>{text}</span>
    </p>
  );
}
